using Beffroi.Dsfr;

namespace Beffroi.Incubator.Dating;

public sealed record DatesForm
{
    public string? SignedOn { get; init; }
    public string? PublishedOn { get; init; }
    public string? NoticeReceivedOn { get; init; }
    public string? NoticeFrom { get; init; }
    public string? NoticeReason { get; init; }
}

/// <summary>Either party may end the convention.</summary>
public enum NoticeFrom
{
    Delegator,
    Delegate,
}

public static class NoticeWords
{
    public static IReadOnlyList<Option> Choices => [.. Enum.GetValues<NoticeFrom>().Select(f => new Option(f.ToString(), $"Le {f.Label()}"))];

    public static string Label(this NoticeFrom from) => from switch
    {
        NoticeFrom.Delegator => "délégant",
        NoticeFrom.Delegate => "délégataire",
    };
}
