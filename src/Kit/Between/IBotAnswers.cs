namespace Beffroi.Kit;

/// <summary>
/// How likely it is that programs run accounts: the module that scores accounts answers, the chat asks (<c>/bot</c>). Registered as a singleton: an answer may take
/// longer than the request that asked for it.
/// </summary>
public interface IBotAnswers
{
    Task<BotAnswer> Ask(BotQuestion question, CancellationToken ct);
}

public enum BotSubject
{
    /// <summary>A handle, without its @.</summary>
    Account,

    /// <summary>The address of a post or of a profile.</summary>
    Address,

    /// <summary>Those who wrote these words.</summary>
    Words,
}

/// <param name="Asker">The account that signs in, for whom it is asked: what they may not see is not told. Null: nothing of what organisations watch is.</param>
public sealed record BotQuestion(BotSubject Subject, string Value, Lang Language, Guid? Asker = null);

/// <param name="Markdown">Level, how sure, what was not measured: signs of automation, never a verdict on a person.</param>
/// <param name="Href">Path of the page where it is told whole; null where there is none.</param>
public sealed record BotAnswer(string Markdown, string? Href);
