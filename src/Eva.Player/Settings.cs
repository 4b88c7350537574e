namespace Beffroi.Eva.Player;

/// <summary>What the person chose for their comfort, kept on this device.</summary>
public sealed class Settings(Browser browser)
{
    private const string ReadsKey = "eva-lecture";
    private const string KeypadKey = "eva-touches";
    private const string SoundsKey = "eva-sons";

    /// <summary>Each new screen is read aloud without pressing the ear. Off until chosen: a screen reader may be speaking.</summary>
    public bool ReadsByItself
    {
        get => IsOn(ReadsKey);
        set => Turn(ReadsKey, value);
    }

    public bool ShowsKeypad
    {
        get => IsOn(KeypadKey);
        set => Turn(KeypadKey, value);
    }

    /// <summary>Soft sounds accompany what is done. Off until chosen.</summary>
    public bool Sounds
    {
        get => IsOn(SoundsKey);
        set => Turn(SoundsKey, value);
    }

    private bool IsOn(string key) => string.Equals(browser.Stored(key), "oui", StringComparison.Ordinal);

    private void Turn(string key, bool on) => browser.Store(key, on ? "oui" : "non");
}
