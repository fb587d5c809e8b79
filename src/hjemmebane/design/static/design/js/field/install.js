// Felt on the home screen: the browser's own offer where there is one, else how it is done by hand.
import { fill, when } from "./ui.js";

export function begin() {
  let offer = null;
  addEventListener("beforeinstallprompt", (event) => {
    event.preventDefault();
    offer = event;
  });
  const isInstalled = () => matchMedia("(display-mode: standalone)").matches || navigator.standalone === true;
  return (page) => {
    fill(page, { canInstall: !isInstalled(), hasOffer: Boolean(offer), hasNoOffer: !offer });
    when(page, "install", async () => {
      await offer?.prompt();
      offer = null;
    });
  };
}
