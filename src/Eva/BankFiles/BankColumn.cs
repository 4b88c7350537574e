namespace Beffroi.Eva.BankFiles;

/// <summary>The columns of a bank's file, in order. One row is an item.</summary>
public enum BankColumn
{
    Id,
    Use,
    Family,
    Kind,
    Skill,
    Criterion,
    Testlet,
    Level,
    Degree,
    Difficulty,
    Rationale,
    Points,
    Picture,
    Figure,
    Instruction,
    InstructionSpoken,
    Document,
    Phone,
    Question,
    QuestionSpoken,
    Choices,
    ChoiceFigures,
    Gauge,
    Pieces,
    Slots,
    Picks,
    Dictation,
    Solution,
    Accepted,
    Credit,
    Unit,
    Measured,
}

public static class BankColumns
{
    public static IReadOnlyList<BankColumn> All { get; } = Enum.GetValues<BankColumn>();

    /// <summary>The word of the first row.</summary>
    public static string Header(this BankColumn column) => column switch
    {
        BankColumn.Id => "identifiant",
        BankColumn.Use => "usage",
        BankColumn.Family => "famille",
        BankColumn.Kind => "forme",
        BankColumn.Skill => "compétence",
        BankColumn.Criterion => "critère",
        BankColumn.Testlet => "groupe",
        BankColumn.Level => "niveau",
        BankColumn.Degree => "degré",
        BankColumn.Difficulty => "difficulté",
        BankColumn.Rationale => "justification",
        BankColumn.Points => "points",
        BankColumn.Picture => "image",
        BankColumn.Figure => "figure",
        BankColumn.Instruction => "consigne",
        BankColumn.InstructionSpoken => "consigne dite",
        BankColumn.Document => "document",
        BankColumn.Phone => "téléphone",
        BankColumn.Question => "question",
        BankColumn.QuestionSpoken => "question dite",
        BankColumn.Choices => "choix",
        BankColumn.ChoiceFigures => "figures des choix",
        BankColumn.Gauge => "jauge",
        BankColumn.Pieces => "étiquettes",
        BankColumn.Slots => "cases",
        BankColumn.Picks => "endroits",
        BankColumn.Dictation => "dictée",
        BankColumn.Solution => "solution",
        BankColumn.Accepted => "formes acceptées",
        BankColumn.Credit => "crédit",
        BankColumn.Unit => "unité",
        BankColumn.Measured => "texte mesuré",
    };

    /// <summary>Whether the column holds figures, and no text.</summary>
    public static bool IsNumber(this BankColumn column) => column is BankColumn.Degree or BankColumn.Difficulty or BankColumn.Points or BankColumn.Picks;
}
