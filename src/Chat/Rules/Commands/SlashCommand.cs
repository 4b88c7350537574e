using Beffroi.Chat.Rules.Scale;

namespace Beffroi.Chat.Rules.Commands;

/// <summary>What a message that begins with <c>/</c> asks for.</summary>
public abstract record SlashCommand;

/// <summary>Opens a case.</summary>
/// <param name="Title">Null under a message or in a thread: the case takes its first words.</param>
/// <param name="Marking">Null: that of the room.</param>
public sealed record CaseCommand(string? Title, Tlp? Marking) : SlashCommand;

/// <summary>Shows the criteria of the case of this room.</summary>
public sealed record ShowCriteriaCommand : SlashCommand;

/// <summary>Answers one criterion of the case of this room.</summary>
/// <param name="Criterion">A key: each organisation has its own set, in which it is looked up.</param>
/// <param name="Met">Null: unknown.</param>
/// <param name="Reason">Never empty when the criterion is met or not.</param>
public sealed record AnswerCriterionCommand(string Criterion, bool? Met, string Reason) : SlashCommand;

public sealed record ScaleCommand(ScaleQuestion Question) : SlashCommand;

/// <summary>Asks how likely programs run accounts.</summary>
public sealed record BotCommand(BotSubject Subject, string Value) : SlashCommand;

public enum BotSubject
{
    /// <summary>A handle, without its @.</summary>
    Account,

    /// <summary>The address of a post or of a profile.</summary>
    Address,

    /// <summary>Those who wrote these words.</summary>
    Words,
}

/// <summary>Where an image was seen before: addresses to open, nothing is sent from here.</summary>
public sealed record SourceCommand(Uri Image) : SlashCommand;

/// <param name="About">Null: all commands.</param>
public sealed record HelpCommand(CommandUsage? About) : SlashCommand;

/// <summary>What came of reading a message.</summary>
public abstract record CommandReading
{
    /// <summary>An ordinary message.</summary>
    public sealed record None : CommandReading;

    public sealed record Read(SlashCommand Command) : CommandReading;

    /// <summary>Unknown or incomplete: why, and how it is written. Shown to its author alone; nothing is posted.</summary>
    /// <param name="Usages">The command that was meant, or all of them.</param>
    public sealed record Usage(Words Why, IReadOnlyList<CommandUsage> Usages) : CommandReading;
}
