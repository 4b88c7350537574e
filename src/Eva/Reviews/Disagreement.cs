using Beffroi.Kit;

namespace Beffroi.Eva.Reviews;

/// <summary>The person does not agree with a result: her words, beside it wherever it is shown. It can be taken back, and stays with the day it was.</summary>
public sealed class Disagreement
{
    public const int TextMaxLength = 500;

    public required Guid Id { get; init; }
    public required Guid EvaluationId { get; init; }
    public required string Text { get; set; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Account of who wrote it down with the person; null when she wrote it herself.</summary>
    public required Guid? By { get; init; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Null when the person took it back herself.</summary>
    public Guid? WithdrawnBy { get; private set; }

    /// <summary>The first time counts.</summary>
    public void Withdraw(DateTimeOffset at, Guid? by) => (WithdrawnAt, WithdrawnBy) = WithdrawnAt is null ? (at, by) : (WithdrawnAt, WithdrawnBy);

    public static string? ReadText(string? typed, Errors errors, string missing)
    {
        var text = typed?.ReplaceLineEndings("\n").Trim() ?? "";
        if (text.Length == 0)
        {
            errors.Add("Text", missing);
        }
        else if (text.Length > TextMaxLength)
        {
            errors.Add("Text", $"Écrivez un texte plus court : {French.Number(TextMaxLength)} caractères au plus");
        }

        return errors["Text"] is null ? text : null;
    }
}
