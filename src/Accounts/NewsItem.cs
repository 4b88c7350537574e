using Beffroi.Kit;

namespace Beffroi.Accounts;

public enum NewsKind
{
    Blog,
    Assistance,
    Evolution,
}

/// <summary>Something told to those who work on the site; a draft until it is published.</summary>
public sealed class NewsItem
{
    public const int TitleMaxLength = 150;
    public const int TextMaxLength = 5000;

    NewsItem()
    {
    }

    public Guid Id { get; private init; }
    public NewsKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";

    /// <summary>The day it speaks of, shown with it.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    public Guid WrittenBy { get; private init; }
    public DateTimeOffset WrittenAt { get; private init; }

    public static NewsItem Write(NewsWords words, Guid by, DateTimeOffset now)
    {
        var item = new NewsItem { Id = Guid.CreateVersion7(now), WrittenBy = by, WrittenAt = now };
        item.Say(words, now);
        return item;
    }

    public void Say(NewsWords words, DateTimeOffset now)
    {
        (Kind, Title, Text, Day) = (words.Kind, words.Title, words.Text, words.Day);
        PublishedAt = words.Published ? PublishedAt ?? now : null;
    }
}

/// <summary>What a superadmin typed, once read and found right.</summary>
public sealed record NewsWords(NewsKind Kind, string Title, string Text, DateOnly Day, bool Published);

public static class NewsLabels
{
    public static string Label(this NewsKind kind) => kind switch
    {
        NewsKind.Blog => "Blog",
        NewsKind.Assistance => "Assistance",
        NewsKind.Evolution => "Évolution",
    };
}
