namespace Beffroi.Accounts;

public enum HelpTopic
{
    PriseEnMain,
    AnimerEtRestituer,
    Presenter,
}

public enum HelpKind
{
    Document,
    Video,
    Repertoire,
    Web,
}

/// <summary>Something that helps those who accompany people: a link, or a text of ours.</summary>
public sealed class HelpSource
{
    public const int TitleMaxLength = 150;
    public const int AddressMaxLength = 500;
    public const int TextMaxLength = 5000;

    HelpSource()
    {
    }

    public Guid Id { get; private init; }
    public HelpTopic Topic { get; private set; }
    public HelpKind Kind { get; private set; }
    public string Title { get; private set; } = "";

    /// <summary>https only; null when there is a text.</summary>
    public string? Address { get; private set; }

    public string? Text { get; private set; }
    public Guid WrittenBy { get; private init; }
    public DateTimeOffset WrittenAt { get; private init; }

    public static HelpSource Write(HelpWords words, Guid by, DateTimeOffset now)
    {
        var source = new HelpSource { Id = Guid.CreateVersion7(now), WrittenBy = by, WrittenAt = now };
        source.Say(words);
        return source;
    }

    public void Say(HelpWords words) => (Topic, Kind, Title, Address, Text) = (words.Topic, words.Kind, words.Title, words.Address, words.Text);
}

/// <summary>What a superadmin typed, once read and found right.</summary>
public sealed record HelpWords
{
    public required HelpTopic Topic { get; init; }
    public required HelpKind Kind { get; init; }
    public required string Title { get; init; }
    public required string? Address { get; init; }
    public required string? Text { get; init; }
}

public static class HelpLabels
{
    public static string Label(this HelpTopic topic) => topic switch
    {
        HelpTopic.PriseEnMain => "Prendre en main",
        HelpTopic.AnimerEtRestituer => "Animer et restituer",
        HelpTopic.Presenter => "Présenter",
    };

    public static string Label(this HelpKind kind) => kind switch
    {
        HelpKind.Document => "Document",
        HelpKind.Video => "Vidéo",
        HelpKind.Repertoire => "Répertoire",
        HelpKind.Web => "Page web",
    };
}
