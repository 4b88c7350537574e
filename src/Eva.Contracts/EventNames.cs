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

    /// <summary>The measured text was read aloud on request, before the answer: <c>question</c> or <c>mot</c>. Tri: <c>piece</c> is taken with its description in words on the screen.</summary>
    public const string ReadAloud = "lectureMesuree";

    /// <summary>Tri: <c>piece</c> is taken. Contrôle: <c>piece</c> is pointed at.</summary>
    public const string PieceTaken = "piecePrise";

    /// <summary><c>piece</c>, <c>bac</c>, <c>moyen</c>: a sweet is put in a bin, a biscuit is sent one way. Whether it is the right one, the server says.
    /// Tri: <c>neSaisPas</c> true instead of <c>bac</c> puts it aside.</summary>
    public const string PieceDropped = "pieceDeposeDansBac";

    /// <summary><c>piece</c>: let go outside any bin.</summary>
    public const string PieceDroppedOutside = "pieceDeposeHorsBacs";

    /// <summary>Contrôle: <c>piece</c> comes onto the belt.</summary>
    public const string PieceAppeared = "pieceApparition";

    /// <summary>Contrôle: <c>piece</c> left the belt without an answer.</summary>
    public const string PieceMissed = "pieceRatee";

    /// <summary>Inventaire: <c>contenant</c>.</summary>
    public const string ContainerOpened = "ouvertureContenant";

    /// <summary>Inventaire: <c>contenant</c>.</summary>
    public const string ContainerClosed = "fermetureContenant";

    /// <summary>Inventaire: the sheet to fill is opened.</summary>
    public const string SheetOpened = "ouvertureSaisieInventaire";

    /// <summary>Inventaire: one field for each product, a number as typed or an empty text. Which are right, the server says.</summary>
    public const string SheetSubmitted = "saisieInventaire";

    /// <summary>Sécurité: <c>forme</c> (<c>image</c>, <c>liste</c>): the site can be searched, for the first time or after whatever hid it.</summary>
    public const string SceneShown = "affichageScene";

    /// <summary>Sécurité: <c>zone</c> is looked at closely, <c>moyen</c>.</summary>
    public const string ZoneOpened = "ouvertureZone";

    /// <summary>Sécurité: <c>zone</c>, <c>reponse</c> (<c>oui</c>, <c>non</c>, <c>neSaisPas</c>), <c>moyen</c>: is there a danger?</summary>
    public const string DangerJudged = "identificationDanger";

    /// <summary>Sécurité: <c>zone</c>, <c>reponse</c> (a choice id, <c>neSaisPas</c>), <c>moyen</c>: which danger?</summary>
    public const string DangerNamed = "qualificationDanger";

    /// <summary>Sécurité: <c>x</c>, <c>y</c>, in thousandths of the picture.</summary>
    public const string ClickedOutside = "clickHorsZone";

    /// <summary>Plan de la ville: <c>exercice</c> is shown.</summary>
    public const string ExerciseShown = "affichageExercice";

    /// <summary>Plan de la ville: <c>exercice</c>, <c>reponse</c> (what was reached, chosen or typed), <c>moyen</c>, <c>geste</c> when dragged; or left with <c>passe</c> true.</summary>
    public const string ExerciseDone = "finExercice";

    /// <summary>The pace of a game is changed: <c>rythme</c>, in percent of the usual one. The result is then not standard.</summary>
    public const string PaceChanged = "changementRythme";

    /// <summary>Objets trouvés: <c>question</c>, <c>application</c>, <c>moyen</c>: an app of the telephone is opened.</summary>
    public const string AppOpened = "ouvertureApplication";

    /// <summary>Objets trouvés: <c>question</c>: a spoken message is read instead of heard, on request, before the answer.</summary>
    public const string TranscriptShown = "transcriptionAffichee";

    /// <summary>Objets trouvés: <c>question</c>: what was to be remembered is looked at again, on request, before the answer.</summary>
    public const string SeenAgain = "informationRevue";

    /// <summary><c>langue</c>: the <see cref="Language"/> in which instructions are read from here on. A play that never says it is read in French.</summary>
    public const string LanguageChosen = "choixLangue";
    /// <summary>Positioning: <c>question</c>: the dictated word is said. Shown to be read by somebody, it is <see cref="ReadAloud"/> with <c>forme</c> <c>dicteeMontree</c>.</summary>
    public const string DictationHeard = "ecouteDictee";

    /// <summary>Positioning: <c>question</c>: the numbers of a chart are looked at in its table.</summary>
    public const string TableOpened = "tableauAffiche";

    /// <summary>What may happen in any situation.</summary>
    public static readonly IReadOnlySet<string> Everywhere = new HashSet<string>(StringComparer.Ordinal)
    {
        TrainingStarted, Started, Finished, Stopped, InstructionReplayed, HelpAsked, Paused, Resumed, VisibilityChanged, LanguageChosen,
    };

    public static readonly IReadOnlySet<string> All = new HashSet<string>(Everywhere, StringComparer.Ordinal)
    {
        QuestionShown, Answered, WordShown, WordJudged, ReadAloud,
        PieceTaken, PieceDropped, PieceDroppedOutside, PieceAppeared, PieceMissed,
        ContainerOpened, ContainerClosed, SheetOpened, SheetSubmitted,
        SceneShown, ZoneOpened, DangerJudged, DangerNamed, ClickedOutside,
        ExerciseShown, ExerciseDone, PaceChanged,
        AppOpened, TranscriptShown, SeenAgain,
        DictationHeard, TableOpened,
    };
}
