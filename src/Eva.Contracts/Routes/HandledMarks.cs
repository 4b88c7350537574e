namespace Beffroi.Eva.Contracts;

/// <summary>Partial points of the numeracy items.</summary>
public static class HandledMarks
{
    public const decimal HelpCosts = 0.5m;

    /// <summary>An item on which help was opened.</summary>
    public static decimal WithHelp(decimal points) => Math.Max(0, points - HelpCosts);

    /// <summary>Objects to put in zones: a share of the points for each right one. Where some objects are of no use, there is one chance to be wrong for half of the points.</summary>
    /// <param name="points">Of the whole item.</param>
    /// <param name="errors">Objects that are not where they should be.</param>
    public static decimal Placed(int objects, int zones, int errors, decimal points)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(objects);
        if (errors < 0 || errors > objects)
        {
            throw new ArgumentOutOfRangeException(nameof(errors), errors, "There are at most as many errors as objects.");
        }

        return objects <= zones
            ? points * (objects - errors) / objects
            : errors switch { 0 => points, 1 => points / 2, _ => 0 };
    }
}
