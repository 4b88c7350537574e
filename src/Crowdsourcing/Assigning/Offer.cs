using System.Runtime.InteropServices;

namespace Beffroi.Crowdsourcing;

/// <summary>An item given to a person to answer.</summary>
/// <param name="Item">The item to show: the one by which its group is known.</param>
/// <param name="Until">Until when the place is kept; a later answer is taken if there is room.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Offer(int Item, DateTimeOffset Until);
