using Beffroi.Chat.Exchange;
using Beffroi.Kit;

namespace Beffroi.Chat.Casework;

/// <summary>Those who may read, in words.</summary>
public static class AudienceWords
{
    public static string Say(Audience audience, CaseNames names, Lang l) =>
        string.Join(l.Say(", et parmi eux ", ", and among them "), audience.Circles.Select(c => Say(c, names, l)));

    static string Say(Circle circle, CaseNames names, Lang l) => circle.Reach switch
    {
        Reach.World => l.Say("tout le monde", "everybody"),
        Reach.Community => l.Say("toutes les organisations du site", "all organisations of the site"),
        Reach.Named => string.Join(", ", circle.Organisations.Select(names.Organisation).Concat(circle.People.Select(p => names.Person(p, l)))) is { Length: > 0 } said ? said : l.Say("personne", "nobody"),
    };
}
