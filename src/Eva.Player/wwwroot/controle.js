// Slides biscuits along the belt at the speed at which the game turns it. A policy forbids styles written in the page: they are set from here.
const still = matchMedia('(prefers-reduced-motion: reduce)');

/**
 * ids: elements of biscuits; at: where each is, in places; places: length of the belt;
 * room: places that the belt still turns by itself, 0 when it stands; step: milliseconds for a place.
 */
export function slide(ids, at, places, room, step) {
  ids.forEach((id, index) => {
    const element = document.getElementById(id);
    if (!element) return;
    element.getAnimations().filter((animation) => animation.id === 'belt').forEach((animation) => animation.cancel());
    const left = (place) => `${(100 * place) / places}%`;
    // In steps: the middle of the place.
    const from = still.matches ? Math.min(Math.floor(at[index]), places - 1) + 0.5 : at[index];
    element.style.left = left(from);
    const further = Math.min(room, places - at[index]);
    if (still.matches || further <= 0) return;
    element.animate([{ left: left(from) }, { left: left(from + further) }], { id: 'belt', duration: further * step, fill: 'forwards' });
  });
}
