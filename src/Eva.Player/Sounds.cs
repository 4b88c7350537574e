namespace Beffroi.Eva.Player;

/// <summary>The sounds there are. In the game none tells right from wrong: a piece sounds the same wherever it is put.</summary>
public enum Sound
{
    /// <summary>A screen arrives.</summary>
    Screen,

    /// <summary>A piece is put down.</summary>
    Piece,

    /// <summary>A training answer is right, where the browser knows it.</summary>
    GoodTry,

    /// <summary>A situation, or the parcours, is over.</summary>
    End,
}

/// <summary>Soft sounds for who wants them: off until chosen, never the only sign of anything.</summary>
public sealed class Sounds(Browser browser, Settings settings)
{
    public void Play(Sound sound)
    {
        if (settings.Sounds)
        {
            browser.PlaySound(sound switch
            {
                Sound.Screen => "ecran",
                Sound.Piece => "piece",
                Sound.GoodTry => "essai",
                Sound.End => "fin",
            });
        }
    }
}
