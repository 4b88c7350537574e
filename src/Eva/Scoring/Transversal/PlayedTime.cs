using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>The time during which a person was before the game.</summary>
static class PlayedTime
{
    /// <summary>From the first line to the last, in the order given. Left out: pauses, the page hidden, and the page closed, which is what
    /// stands between a <c>reprise</c> without its pause and the line before it. A clock put back counts for nothing.</summary>
    public static double Milliseconds(IReadOnlyList<EventLine> lines)
    {
        var (total, paused, hidden) = (0.0, false, false);
        foreach (var (line, next) in lines.Zip(lines.Skip(1)))
        {
            paused = line.Name switch
            {
                EventNames.Paused => true,
                EventNames.Resumed => false,
                _ => paused,
            };
            hidden = line.Name switch
            {
                EventNames.VisibilityChanged => EventData.Flag(line.Data, "visible") == false,
                // A page that opens again is seen.
                EventNames.Resumed => false,
                _ => hidden,
            };
            if (!paused && !hidden && !string.Equals(next.Name, EventNames.Resumed, StringComparison.Ordinal))
            {
                total += Math.Max(0, (double)next.Date - line.Date);
            }
        }

        return total;
    }
}
