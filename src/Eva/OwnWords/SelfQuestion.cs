namespace Beffroi.Eva;

/// <summary>A question whose answer stands with what a person says of herself: a gauge, or her confidence.</summary>
public sealed record SelfQuestion : PersonQuestion
{
    public override string? AnswerIn(Evaluation evaluation) => Find(evaluation)?.Value;

    public override void KeepIn(Evaluation evaluation, string value, DateTimeOffset at)
    {
        if (Find(evaluation) is { } kept)
        {
            (kept.Value, kept.At) = (value, at);
        }
        else
        {
            evaluation.SelfAnswers.Add(new() { EvaluationId = evaluation.Id, Question = Name, Value = value, At = at });
        }
    }

    SelfAnswer? Find(Evaluation evaluation) => evaluation.SelfAnswers.Find(a => string.Equals(a.Question, Name, StringComparison.Ordinal));
}
