using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva.Scoring.Transversal;

/// <summary>How long a person was before the game: never what lies in a pause, behind another window or in a closed browser.</summary>
static class PlayTime
{
    /// <param name="lines">From the start of the game, in the order of positions.</param>
    public static double Seconds(IEnumerable<EventLine> lines)
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
                    // The browser closed without a word: what came after the last act may be a night.
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
                case EventNames.PieceTaken or EventNames.PieceDropped or EventNames.PieceDroppedOutside:
                    (known, since) = (known + since, 0);
                    break;
            }
        }

        return (known + since) / 1000;
    }
}
