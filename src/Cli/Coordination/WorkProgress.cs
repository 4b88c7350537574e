using Beffroi.Kit;

namespace Beffroi.Cli.Coordination;

/// <summary>How far a long work is and how long it should still take: drawn in place for a person, a line every half minute in a log. Any thread may tell.</summary>
sealed class WorkProgress(Terminal terminal, string what, double total)
{
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(250);
    static readonly TimeSpan Line = TimeSpan.FromSeconds(30);

    readonly Lock _gate = new();
    readonly long _began = terminal.Clock.GetTimestamp();
    long _told = terminal.Clock.GetTimestamp();
    int _width;

    /// <param name="done">Of the same unit as the total.</param>
    public void At(double done)
    {
        lock (_gate)
        {
            if (total <= 0 || terminal.Clock.GetElapsedTime(_told) < (terminal.ErrorIsScreen ? Redraw : Line))
            {
                return;
            }

            _told = terminal.Clock.GetTimestamp();
            var share = Math.Clamp(done / total, 0, 1);
            var text = $"{what} : {French.Percent(share)}{Left(share)}";
            if (terminal.ErrorIsScreen)
            {
                terminal.Error.Write("\r" + text.PadRight(_width));
                _width = text.Length;
            }
            else
            {
                terminal.Error.WriteLine(text);
            }
        }
    }

    /// <summary>Leaves the line clean.</summary>
    public void End()
    {
        lock (_gate)
        {
            if (_width > 0)
            {
                terminal.Error.Write("\r" + new string(' ', _width) + "\r");
                _width = 0;
            }
        }
    }

    string Left(double share)
    {
        if (share < 0.02)
        {
            return "";
        }

        var left = terminal.Clock.GetElapsedTime(_began) * ((1 - share) / share);
        return left.TotalMinutes < 2 ? $", encore {French.Number((int)left.TotalSeconds)} s" : $", encore {French.Number((int)left.TotalMinutes)} min";
    }
}
