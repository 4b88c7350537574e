namespace Beffroi.Eva.Contracts;

/// <summary>The names of the events that this version's games send.</summary>
public static class EventNames
{
    public const string TrainingStarted = "demarrageEntrainement";
    public const string Started = "demarrage";
    public const string Finished = "finSituation";
    public const string Stopped = "abandon";
    public const string InstructionReplayed = "rejoueConsigne";
    public const string HelpAsked = "activationAide";
    public const string Paused = "pause";
    public const string Resumed = "reprise";

    /// <summary>The page lost or got back the person's attention: <c>visible</c> true or false.</summary>
    public const string VisibilityChanged = "changementVisibilite";

    /// <summary><c>question</c>: the item shown.</summary>
    public const string QuestionShown = "affichageQuestionQCM";

    /// <summary><c>question</c>, <c>reponse</c> (choice id, number as typed or text), <c>neSaisPas</c>, <c>moyen</c>.</summary>
    public const string Answered = "reponse";

    /// <summary><c>mot</c>: the id of the stimulus shown.</summary>
    public const string WordShown = "apparitionMot";

    /// <summary><c>mot</c>, <c>reponse</c> (<c>francais</c> or <c>pasfrancais</c>), <c>moyen</c>.</summary>
    public const string WordJudged = "identificationMot";

    /// <summary>The measured text was read aloud on request, before the answer: <c>question</c> or <c>mot</c>.</summary>
    public const string ReadAloud = "lectureMesuree";

    public static readonly IReadOnlySet<string> All = new HashSet<string>(StringComparer.Ordinal)
    {
        TrainingStarted, Started, Finished, Stopped, InstructionReplayed, HelpAsked, Paused, Resumed,
        VisibilityChanged, QuestionShown, Answered, WordShown, WordJudged, ReadAloud,
    };
}
