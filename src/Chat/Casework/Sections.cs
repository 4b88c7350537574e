using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>What each section of the ABCDE framework asks (Pamment, Carnegie Endowment, 2020), in our words.</summary>
public static class Sections
{
    public static readonly IReadOnlyList<Section> All = Enum.GetValues<Section>();

    public static string Asks(this Section section, Lang l) => section switch
    {
        Section.Actor => l.Say("Qui agit, qui y gagne, qui paie\u00A0?", "Who acts, who gains, who pays?"),
        Section.Behaviour => l.Say("Comment\u00A0: comptes, coordination, moyens, procédés\u00A0?", "How: accounts, coordination, means, techniques?"),
        Section.Content => l.Say("Que dit-on, montre-t-on, et en quoi est-ce trompeur\u00A0?", "What is said and shown, and how is it misleading?"),
        Section.Degree => l.Say("Jusqu’où\u00A0: publics, langues, plateformes, chiffres\u00A0?", "How far: audiences, languages, platforms, figures?"),
        Section.Effect => l.Say("Avec quel effet, pour qui, et comment le sait-on\u00A0?", "With what effect, for whom, and how do we know?"),
    };

    public static string Path(this Section section, Lang l) => l.Say("/fiche/", "/section/") + section.ToString().ToLowerInvariant();

    public static Section? Read(string text) => Enum.GetNames<Section>().FirstOrDefault(n => string.Equals(n, text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<Section>(name) : null;
}
