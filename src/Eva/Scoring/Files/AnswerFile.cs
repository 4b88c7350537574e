namespace Beffroi.Eva.Scoring;

/// <summary>One answer of a score file.</summary>
static class AnswerFile
{
    public static ScoredAnswer? Read(JsonPlace place, Situation situation)
    {
        if (place.Object() is not { } answer)
        {
            return null;
        }

        var isWord = situation == Situation.Maintenance ? Kind(answer) : null;
        var skill = situation == Situation.Maintenance ? Skill.Ccf : Measured(answer, situation);
        var correct = answer.Boolean("correct");
        var seconds = answer.Number("seconds", double.PositiveInfinity, "un nombre de secondes, 0 ou plus,");
        var guess = answer.Number("guessChance", 1, "une probabilité, de 0 inclus à 1 exclu,");
        var item = answer.Text("item");
        var dontKnow = answer.Flag("dontKnow", otherwise: false);
        var accommodated = answer.Flag("accommodated", otherwise: false);
        if (dontKnow && correct == true)
        {
            answer.At("dontKnow").Problem("« je ne sais pas » ne peut pas être une réponse juste");
        }

        return answer.HasProblems || skill is null || correct is null ? null : new()
        {
            Situation = situation,
            Skill = skill.Value,
            IsWord = isWord,
            Correct = correct.Value,
            Seconds = seconds,
            ItemId = item,
            DontKnow = dontKnow,
            Accommodated = accommodated,
            GuessChance = guess,
        };
    }

    static bool? Kind(JsonPlace answer)
    {
        if (answer.At("kind").Word() is ("word" or "nonword") and var kind)
        {
            return kind is "word";
        }

        answer.At("kind").Problem("« word » ou « nonword » est attendu");
        return null;
    }

    static Skill? Measured(JsonPlace answer, Situation situation)
    {
        var skill = answer.Name<Skill>("metacompetence");
        if ((situation, skill) is (Situation.Livraison, Skill.Memorisation) or (Situation.ObjetsTrouves, Skill.SyntaxeOrthographe))
        {
            answer.At("metacompetence").Problem($"« {TechnicalName.Of(skill.Value)} » n’est pas mesurée dans « {TechnicalName.Of(situation)} »");
        }

        return skill;
    }
}
