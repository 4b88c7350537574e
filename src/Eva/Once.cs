namespace Beffroi.Eva;

/// <summary>The evaluation that a form is to begin, drawn when the form is shown: a form sent twice by two quick taps begins one.</summary>
/// <param name="Id">Of the evaluation.</param>
/// <param name="Token">What will open it.</param>
public sealed record Once(Guid Id, string Token)
{
    /// <summary>Two taps lie within this; a form sent again later, with the browser's « back », is another person's or another try.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    public static Once Draw(TimeProvider clock) => new(Guid.CreateVersion7(clock.GetUtcNow()), Evaluation.NewToken());

    /// <summary>What a form sent; drawn anew when it sent nothing that can be one.</summary>
    public static Once Read(string? sent, TimeProvider clock) =>
        sent?.Split('.', 2) is [var id, var token] && Guid.TryParseExact(id, "N", out var guid) && guid.Version == 7 && token.Length == Evaluation.TokenLength && token.All(char.IsAsciiHexDigitLower)
            ? new(guid, token)
            : Draw(clock);

    /// <summary>Whether this evaluation was begun a moment ago by this very form, for a person of this name; alone, one has none.</summary>
    public bool Began(Evaluation evaluation, string? name, TimeProvider clock) =>
        evaluation.Id == Id && evaluation.Holds(Token) && clock.GetUtcNow() - evaluation.StartedAt < Kept && string.Equals(evaluation.Beneficiary?.Name, name, StringComparison.Ordinal);

    public override string ToString() => $"{Id:N}.{Token}";
}
