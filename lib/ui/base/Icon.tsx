const PATHS = {
  /** The manicule, in outline: cuff, thumb, a pointing finger and three folded ones. */
  hand: 'M4.2 6.6h-2.4v8h2.4zM4.2 8c1.9-.2 2.6-3.2 4.2-4.6.9-.8 2-.2 1.7 1-.2.8-.7 1.5-1.2 2.2h8.3c1.8 0 1.8 2.6 0 2.6h-5c1.6.1 1.5 2.2 0 2.2 1.3.2 1.2 2 0 2.1 1 .2.9 1.8-.4 1.8H7.6c-1.3 0-2.1-.6-3.4-.7M12.2 9.2H9.8M12.2 11.4H9.6M12.1 13.5H9.4',
  close: 'M5 5l10 10M15 5L5 15',
  previous: 'M12.5 4.5L7 10l5.5 5.5',
  next: 'M7.5 4.5L13 10l-5.5 5.5',
};

/** Drawn as SVG so that it looks the same with every font; hidden from screen readers. */
export function Icon({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={PATHS[name]} />
    </svg>
  );
}
