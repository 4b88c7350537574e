using Beffroi.Kit;

namespace Beffroi.Chat;

/// <summary>A short answer to a message: a picture and its name. The list is short on purpose: each says one thing in a work.</summary>
/// <param name="Key">As stored.</param>
public sealed record Sign(string Key, string Picture, Words Name)
{
    public static readonly IReadOnlyList<Sign> All =
    [
        new("ok", "👍", new("D’accord", "Agreed")),
        new("seen", "👀", new("Je regarde", "Looking into it")),
        new("done", "✅", new("Fait", "Done")),
        new("thanks", "🙏", new("Merci", "Thanks")),
        new("doubt", "🤔", new("J’ai un doute", "I doubt it")),
        new("urgent", "🔔", new("Urgent", "Urgent")),
    ];

    public static Sign? Find(string? key) => All.FirstOrDefault(s => string.Equals(s.Key, key, StringComparison.Ordinal));

    public string Say(Lang l) => Name.In(l);
}
