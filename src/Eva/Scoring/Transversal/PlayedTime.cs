using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring;

/// <summary>The time during which a person was before the game.</summary>
static class PlayedTime
{
    /// <summary>From the first line to the last, in the order given. Left out: pauses, the page hidden, and the page closed without a word, which is what stands between
    /// the last act and a <c>reprise</c> without its pause: it may be a night. A clock put back counts for nothing.</summary>
    public static double Milliseconds(IEnumerable<EventLine> lines)
    {
        // As real numbers: a clock may say anything that a long can hold.
        double known = 0, since = 0;
        long? last = null;
        bool paused = false, hidden = false;
        foreach (var line in lines)
        {
            if (last is { } before && !paused && !hidden)
            {
                since += Math.Max(0, (double)line.Date - before);
            }

            last = line.Date;
            switch (line.Name)
            {
                case EventNames.Resumed when !paused:
                    (since, hidden) = (0, false);
                    break;
                case EventNames.Resumed:
                    (paused, hidden) = (false, false);
                    break;
                case EventNames.Paused:
                    (known, since, paused) = (known + since, 0, true);
                    break;
                case EventNames.VisibilityChanged:
                    hidden = EventData.Flag(line.Data, "visible") == false;
                    break;
                default:
                    (known, since) = (known + since, 0);
                    break;
            }
        }

        return known + since;
    }
}
