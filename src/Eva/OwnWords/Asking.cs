using Beffroi.Eva.Welcome;

namespace Beffroi.Eva;

/// <summary>Which questions a person is asked, in their order: those of everybody, then those that her campaign adds; alone, those that her sheet needs.</summary>
public static class Asking
{
    /// <summary>Before the games; once they are finished, after them.</summary>
    public static IReadOnlyList<PersonQuestion> Of(Evaluation evaluation)
    {
        var options = evaluation.Programme.Options;
        return evaluation.FinishedAt is not null
            ? options.Confidence ? Confidence.After : []
            :
            [
                .. evaluation.Alone is null ? Questionnaire.Questions : Questionnaire.Alone,
                .. options.SelfPositioning ? SelfPositioning.Questions : [],
                .. options.Health ? HealthQuestions.For(evaluation) : [],
                .. options.Confidence ? Confidence.Before : [],
            ];
    }

    /// <summary>The first one without an answer; null when all have one.</summary>
    public static PersonQuestion? Next(Evaluation evaluation) => Of(evaluation).FirstOrDefault(q => q.AnswerIn(evaluation) is null);
}
