using System.Globalization;

namespace Beffroi.Dsfr;

/// <summary>One place of the pagination: a page number, or a gap.</summary>
/// <param name="Number">The page; null for a gap.</param>
/// <param name="WideOnly">Shown on wide screens only.</param>
internal sealed record PageSlot(int? Number, bool WideOnly)
{
    /// <summary>Pages kept at each end, as in the design system's examples.</summary>
    private const int Kept = 3;

    /// <summary>The number as it is read.</summary>
    public string Text => Number?.ToString(CultureInfo.InvariantCulture) ?? "…";

    /// <summary>Both ends and the neighbours of the current page, with a gap where two pages or more are left out.</summary>
    public static IEnumerable<PageSlot> Around(int current, int count)
    {
        var previous = 0;
        for (var page = 1; page <= count; page++)
        {
            if (page > Kept && page <= count - Kept && Math.Abs(page - current) > 1)
            {
                continue;
            }

            if (page - previous == 2)
            {
                yield return new PageSlot(page - 1, WideOnly: true);
            }
            else if (page - previous > 2)
            {
                yield return new PageSlot(null, WideOnly: true);
            }

            yield return new PageSlot(page, WideOnly: page > 2 && page != count && page != current);
            previous = page;
        }
    }
}
