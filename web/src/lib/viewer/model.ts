import type { ViewerQuery } from '../api/generated';
import type { Page } from '../route/model';

/** Who is asking: the public, or somebody with a role. */
export type Viewer = ViewerQuery['viewer'];

export const nobody: Viewer = { signedIn: false, name: null, role: 'PUBLIC', regions: [] };

const signInPages: readonly string[] = ['signIn', 'password', 'invitation', 'request', 'account'];

/** The pages on which somebody signs in or chooses a password. */
export const isSignInPage = ({ name }: Page): boolean => signInPages.includes(name);
