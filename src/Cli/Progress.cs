using Beffroi.Kit;

namespace Beffroi.Cli;

/// <summary>How far a long work is, on the error stream: drawn in place for a person, a line from time to time in a log.</summary>
sealed class Progress(Terminal terminal, int total, string what, int stepsByLine = 1000)
{
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);

    int _done;
    long _drawnAt = terminal.Clock.GetTimestamp();
    int _width;

    public void Step()
    {
        _done++;
        if (!terminal.ErrorIsScreen)
        {
            if (_done % stepsByLine == 0)
            {
                terminal.Error.WriteLine(Text());
            }
        }
        else if (terminal.Clock.GetElapsedTime(_drawnAt) >= Redraw)
        {
            _drawnAt = terminal.Clock.GetTimestamp();
            Draw(Text());
        }
    }

    /// <summary>A line of its own, which progress does not draw over.</summary>
    public void Say(string line)
    {
        End();
        terminal.Error.WriteLine(line);
    }

    /// <summary>Leaves the line clean.</summary>
    public void End()
    {
        if (_width > 0)
        {
            Draw("");
        }
    }

    string Text() => $"{French.Number(_done)} / {French.Number(total)} {what}";

    void Draw(string text)
    {
        terminal.Error.Write("\r" + text.PadRight(_width) + (text.Length == 0 ? "\r" : ""));
        _width = text.Length;
    }
}
