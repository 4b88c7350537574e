namespace Beffroi.Cli.Psychometrics;

/// <summary>A line that is drawn over itself while a person watches; nothing in a log.</summary>
sealed class ScreenLine(Terminal terminal)
{
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(200);

    long _drawnAt = terminal.Clock.GetTimestamp();
    int _width;

    public void Show(Func<string> text)
    {
        if (terminal.ErrorIsScreen && terminal.Clock.GetElapsedTime(_drawnAt) >= Redraw)
        {
            _drawnAt = terminal.Clock.GetTimestamp();
            Draw(text());
        }
    }

    /// <summary>Leaves the line clean.</summary>
    public void End()
    {
        if (_width > 0)
        {
            Draw("");
        }
    }

    void Draw(string text)
    {
        terminal.Error.Write("\r" + text.PadRight(_width) + (text.Length == 0 ? "\r" : ""));
        _width = text.Length;
    }
}
