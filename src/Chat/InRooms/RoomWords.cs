using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>Name and topic of a room, as typed.</summary>
public static class RoomWords
{
    public static void Check(string? name, string? topic, Errors errors, Lang l)
    {
        if (OneLine(name).Length is 0 or > Room.NameMaxLength || !CleanText.IsClean(name!))
        {
            errors.Add("Name", l.Say($"Donnez un nom, de {Room.NameMaxLength} caractères au plus", $"Give a name, of {Room.NameMaxLength} characters at most"));
        }

        if (OneLine(topic).Length > Room.TopicMaxLength || !CleanText.IsClean(topic ?? ""))
        {
            errors.Add("Topic", l.Say($"Écrivez un sujet de {Room.TopicMaxLength} caractères au plus", $"Write a topic of {Room.TopicMaxLength} characters at most"));
        }
    }

    public static string OneLine(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>From the most usual to the narrowest.</summary>
    public static IReadOnlyList<Dsfr.Option> Levels(Lang l) =>
    [
        new(Narrower.Strict, Tlp.AmberStrict.Label(), Tlp.AmberStrict.Allows(l)),
        new(Narrower.Amber, Tlp.Amber.Label(), Tlp.Amber.Allows(l)),
        new(Narrower.Red, Tlp.Red.Label(), Tlp.Red.Allows(l)),
    ];
}
