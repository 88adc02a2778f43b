import { lazy } from 'react';
import { createBrowserRouter, Navigate } from 'react-router';
import { Frame } from './shell/frame.tsx';
import { NotHere, Problem } from './shell/problem.tsx';

/** An operator belongs to no agency: none of its screens is theirs. */
const OperatorHome = lazy(() =>
  import('./admin/operator-home.tsx').then(({ OperatorHome }) => ({ default: OperatorHome })),
);

/** Every screen by its address; a screen's code comes when it is first opened. */
export const router = createBrowserRouter([
  {
    path: '/sign-in',
    ErrorBoundary: Broken,
    lazy: () => import('./sign-in/sign-in.tsx').then(({ SignIn }) => ({ Component: SignIn })),
    HydrateFallback: Nothing,
  },
  {
    path: '/',
    element: <Frame operatorHome={<OperatorHome />} />,
    ErrorBoundary: Broken,
    HydrateFallback: Nothing,
    children: [
      { index: true, element: <Navigate replace to="/today" /> },
      { path: 'today', lazy: () => import('./today/today.tsx').then(({ Today }) => ({ Component: Today })) },
      { path: 'ahead', lazy: () => import('./ahead/ahead.tsx').then(({ Ahead }) => ({ Component: Ahead })) },
      { path: 'files', lazy: () => import('./files/files.tsx').then(({ Files }) => ({ Component: Files })) },
      {
        path: 'files/new',
        lazy: () => import('./new-file/new-file.tsx').then(({ NewFile }) => ({ Component: NewFile })),
      },
      { path: 'files/:id', lazy: () => import('./file/file.tsx').then(({ File }) => ({ Component: File })) },
      {
        path: 'rounds/calls',
        lazy: () => import('./rounds/calls/call-round.tsx').then(({ CallRound }) => ({ Component: CallRound })),
      },
      {
        path: 'rounds/checks',
        lazy: () => import('./rounds/checks/checks.tsx').then(({ Checks }) => ({ Component: Checks })),
      },
      {
        path: 'rounds/arrivals',
        lazy: () => import('./rounds/arrivals/arrivals.tsx').then(({ Arrivals }) => ({ Component: Arrivals })),
      },
      {
        path: 'rounds/post',
        lazy: () => import('./rounds/post/post-round.tsx').then(({ PostRound }) => ({ Component: PostRound })),
      },
      {
        path: 'receipts',
        lazy: () => import('./receipts/receipts.tsx').then(({ Receipts }) => ({ Component: Receipts })),
      },
      {
        path: 'import/:id?',
        lazy: () => import('./imports/imports.tsx').then(({ Imports }) => ({ Component: Imports })),
      },
      {
        path: 'automation',
        lazy: () => import('./admin/automation.tsx').then(({ Automation }) => ({ Component: Automation })),
      },
      {
        path: 'absences',
        lazy: () => import('./absences/absences.tsx').then(({ Absences }) => ({ Component: Absences })),
      },
      { path: 'caisses', lazy: () => import('./admin/caisses.tsx').then(({ Caisses }) => ({ Component: Caisses })) },
      {
        path: 'playbook',
        lazy: () => import('./playbook/playbook.tsx').then(({ Playbook }) => ({ Component: Playbook })),
      },
      {
        path: 'guidance',
        lazy: () => import('./guidance/guidance.tsx').then(({ Guidance }) => ({ Component: Guidance })),
      },
      { path: 'believes', lazy: () => import('./help/believes.tsx').then(({ Believes }) => ({ Component: Believes })) },
      { path: '*', Component: NoPage },
    ],
  },
]);

function Nothing() {
  return null;
}
function NoPage() {
  return <NotHere level={1} />;
}
/** What no part caught: usually code of a screen that could not be fetched. */
function Broken() {
  return <Problem error={new Error()} retry={() => window.location.reload()} level={1} />;
}
