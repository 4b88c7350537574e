using System.Text.Json;

namespace Beffroi.Eva.Scoring;

/// <summary>A play given from outside, as the command « eva score » takes it.</summary>
public static class ScoreFile
{
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Reads a play. Nothing is thrown: what is wrong is listed, each problem with its place. Unknown properties are ignored.</summary>
    public static ScoreFileReading Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        List<FileProblem> problems = [];
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Strict);
            var evaluation = Evaluation(new JsonPlace(document.RootElement, "$", problems));
            return problems.Count == 0 ? new(evaluation, []) : new(null, problems);
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $"ligne {line + 1}" : "$";
            return new(null, [new(place, "le texte n’est pas du JSON valide, ou une propriété y est en double")]);
        }
        catch (InvalidOperationException)
        {
            // Half a character (a lone surrogate) can be written in JSON; no text holds it.
            return new(null, [new("$", "le texte contient un caractère illisible")]);
        }
    }

    static PlayedEvaluation? Evaluation(JsonPlace root)
    {
        List<ScoredSituation> played = [];
        HashSet<Situation> seen = [];
        foreach (var place in root.Object()?.List("situations") ?? [])
        {
            if (place.Object() is not { } situation || situation.Name<Situation>("situation") is not { } which)
            {
                continue;
            }

            if (!seen.Add(which))
            {
                situation.At("situation").Problem($"la situation « {TechnicalName.Of(which)} » est en double");
            }

            ScoredAnswer?[] answers = [.. (situation.List("answers") ?? []).Select(answer => AnswerFile.Read(answer, which))];
            var finished = situation.Flag("finished", otherwise: true);
            if (!root.HasProblems)
            {
                played.Add(new(which, finished, [.. answers.OfType<ScoredAnswer>()]));
            }
        }

        if (!root.HasProblems && played.All(situation => situation.Answers.Count == 0))
        {
            root.At("situations").Problem("aucune réponse à noter");
        }

        return root.HasProblems ? null : new(played);
    }
}

/// <summary>What was read: an evaluation, or the problems found.</summary>
public sealed record ScoreFileReading(PlayedEvaluation? Evaluation, IReadOnlyList<FileProblem> Problems);

/// <summary>A problem and its place in the file, for instance <c>$.situations[0].answers[3].correct</c>.</summary>
public sealed record FileProblem(string Path, string Problem)
{
    public override string ToString() => $"{Path} : {Problem}";
}
