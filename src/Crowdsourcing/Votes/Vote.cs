using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>One answer: this person said this label of this item.</summary>
/// <param name="Item">The item, from 0.</param>
/// <param name="Worker">The person, from 0.</param>
/// <param name="Label">What was answered, from 0.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Vote(int Item, int Worker, int Label);
