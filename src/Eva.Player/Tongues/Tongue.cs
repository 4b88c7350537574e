using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Tongues;

/// <summary>The language in which this person reads instructions, and whether she looks at the French beside it.</summary>
public sealed class Tongue
{
    /// <summary>Null until one was chosen: French then, and nothing to tell.</summary>
    public Language? Chosen { get; private set; }

    public Language Current => Chosen ?? Language.French;

    public bool IsFrench => Current == Language.French;

    /// <summary>One tap shows the French under the translation, here and on the screens that follow.</summary>
    public bool ShowsFrench { get; private set; }

    /// <summary>Something of it changed: what is on the screen is to be told again.</summary>
    public Action? Changed { get; set; }

    /// <summary>The person chose, just now.</summary>
    public Action<Language>? JustChosen { get; set; }

    public void Choose(Language language)
    {
        Remember(language);
        JustChosen?.Invoke(language);
    }

    /// <summary>What was chosen earlier; a language that this version does not have is French.</summary>
    public void Remember(Language? language)
    {
        Chosen = language;
        Changed?.Invoke();
    }

    public void ShowFrench(bool shown)
    {
        ShowsFrench = shown;
        Changed?.Invoke();
    }
}
