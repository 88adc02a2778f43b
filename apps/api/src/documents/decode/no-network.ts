import dns from 'node:dns';
import dgram from 'node:dgram';
import net from 'node:net';

// What decodes strangers' files speaks to nobody. This closes what JavaScript can open; the container closes the rest.
const refuse = () => {
  throw new Error('The decoder has no network.');
};
net.Socket.prototype.connect = refuse;
net.Server.prototype.listen = refuse;
dgram.Socket.prototype.bind = refuse;
dgram.Socket.prototype.send = refuse;
dns.lookup = refuse as unknown as typeof dns.lookup;
