import { setIcon } from 'obsidian';
import type { VNode } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** One of the app's icons, by its Lucide name. Decoration only: what it means stands beside it in words. */
export function Icon({ name, className = '' }: { readonly name: string; readonly className?: string }): VNode {
	const element = useRef<HTMLSpanElement>(null);
	useLayoutEffect(() => {
		if (element.current) setIcon(element.current, name);
	}, [name]);
	return <span ref={element} class={`ratify-icon ${className}`} aria-hidden="true" />;
}
