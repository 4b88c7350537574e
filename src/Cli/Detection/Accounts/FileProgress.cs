using Beffroi.Kit;

namespace Beffroi.Cli.Detection.Accounts;

/// <summary>How far the reading of a file is, by its bytes, with the time left: drawn in place for a person, a line each half minute in a log.</summary>
sealed class FileProgress(Terminal terminal, Stream stream, string what)
{
    const int StepsByLook = 256;

    readonly TimeSpan _every = terminal.ErrorIsScreen ? TimeSpan.FromMilliseconds(500) : TimeSpan.FromSeconds(30);
    readonly long _started = terminal.Clock.GetTimestamp();
    long _saidAt = terminal.Clock.GetTimestamp();
    long _done;
    int _width;

    public void Step()
    {
        if (++_done % StepsByLook == 0 && terminal.Clock.GetElapsedTime(_saidAt) >= _every)
        {
            _saidAt = terminal.Clock.GetTimestamp();
            var text = $"{French.Number(_done, 0)} {what}{Left()}";
            if (terminal.ErrorIsScreen)
            {
                Draw(text);
            }
            else
            {
                terminal.Error.WriteLine(text);
            }
        }
    }

    public void End()
    {
        if (_width > 0)
        {
            Draw("");
        }
    }

    string Left()
    {
        if (!stream.CanSeek || stream.Length == 0 || stream.Position == 0)
        {
            return "";
        }

        var share = (double)stream.Position / stream.Length;
        var left = terminal.Clock.GetElapsedTime(_started) * ((1 - share) / share);
        return $", {French.Percent(share)}, reste environ {(left.TotalSeconds < 90 ? French.Count((int)left.TotalSeconds, "seconde", "secondes") : French.Count((int)left.TotalMinutes, "minute", "minutes"))}";
    }

    void Draw(string text)
    {
        terminal.Error.Write("\r" + text.PadRight(_width) + (text.Length == 0 ? "\r" : ""));
        _width = text.Length;
    }
}
