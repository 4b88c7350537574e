using System.Globalization;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.BankFiles;

/// <summary>Makes an item of the cells of a row, or says of each cell why it cannot be read.</summary>
sealed class ItemReading(int row, Func<BankColumn, string> cell)
{
    readonly List<BankFault> _faults = [];

    public IReadOnlyList<BankFault> Faults => _faults;

    /// <summary>Null when a cell cannot be read.</summary>
    public ReadItem? Read()
    {
        var use = Name(BankColumn.Use, BankUse.Question);
        var item = new BankItem
        {
            Id = Word(BankColumn.Id) ?? Missing(BankColumn.Id),
            Family = Word(BankColumn.Family),
            Kind = Name(BankColumn.Kind, ItemKind.Choice),
            Skill = Word(BankColumn.Skill),
            Criterion = Word(BankColumn.Criterion),
            Testlet = Word(BankColumn.Testlet),
            Level = Word(BankColumn.Level),
            Degree = Word(BankColumn.Degree) is null ? null : Whole(BankColumn.Degree),
            Difficulty = Word(BankColumn.Difficulty) is null ? Refused(BankColumn.Difficulty, "La difficulté manque : un nombre de logits, par exemple -0,8.", 0d) : Real(BankColumn.Difficulty),
            Rationale = Text(BankColumn.Rationale),
            Points = Word(BankColumn.Points) is null ? 1 : Decimal(BankColumn.Points, Word(BankColumn.Points)!),
            Picture = Word(BankColumn.Picture),
            Figure = Entries(BankColumn.Figure) switch { [] => null, [var only] => Figure(BankColumn.Figure, only), _ => Refused<Figure?>(BankColumn.Figure, "Une question a une figure au plus, sur une ligne.", null) },
            Instruction = Text(BankColumn.Instruction) ?? Missing(BankColumn.Instruction),
            InstructionSpoken = Text(BankColumn.InstructionSpoken),
            Document = Word(BankColumn.Document) is null ? null : new DocumentReading(Entries(BankColumn.Document), sentence => Fault(BankColumn.Document, sentence)).Read(),
            Phone = Phone(),
            Question = Text(BankColumn.Question) ?? Missing(BankColumn.Question),
            QuestionSpoken = Text(BankColumn.QuestionSpoken),
            Choices = Choices(),
            Gauge = Word(BankColumn.Gauge) switch { null => false, ItemCells.Yes => true, _ => Refused(BankColumn.Gauge, $"Écrivez « {ItemCells.Yes} », ou rien.", false) },
            Pieces = [.. Entries(BankColumn.Pieces).Select(e => new Movable { Id = At(e, 0), Text = At(e, 1), Spoken = Maybe(BankColumn.Pieces, e, 2, most: 3) })],
            Slots = [.. Entries(BankColumn.Slots).Select(e => new Slot { Id = At(e, 0), Text = At(e, 1), Spoken = Maybe(BankColumn.Slots, e, 2, most: 3) })],
            Picks = Word(BankColumn.Picks) is null ? 1 : Whole(BankColumn.Picks),
            Dictation = Entries(BankColumn.Dictation) switch { [] => null, [[{ } word, { } sentence]] => new() { Word = word, Sentence = sentence }, _ => Refused<Dictation?>(BankColumn.Dictation, "Écrivez le mot, une barre, puis la phrase : sel | Il faut du sel.", null) },
            Solution = [.. Entries(BankColumn.Solution).Select(e => Single(BankColumn.Solution, e))],
            Accepted = Accepted(),
            Credit = Word(BankColumn.Credit),
            Unit = Text(BankColumn.Unit),
            Measured = [.. Entries(BankColumn.Measured).Select(e => Single(BankColumn.Measured, e))],
        };
        return _faults.Count == 0 ? new(row, use, item) : null;
    }

    string? Text(BankColumn column) => cell(column) is { Length: > 0 } text ? text : null;

    string? Word(BankColumn column) => cell(column).Trim() is { Length: > 0 } text ? text : null;

    T Name<T>(BankColumn column, T otherwise)
        where T : struct, Enum => TechnicalName.TryParse<T>(Word(column), out var value)
        ? value
        : Refused(column, $"Ce mot est inconnu ici. Les mots possibles : {string.Join(", ", TechnicalName.All<T>())}.", otherwise);

    int Whole(BankColumn column) => int.TryParse(Word(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Refused(column, "Un nombre entier est attendu.", 0);

    double Real(BankColumn column) =>
        double.TryParse(Word(column)!.Replace(',', '.').Replace('\u2212', '-'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? number
            : Refused(column, "Un nombre est attendu, par exemple -0,8.", 0d);

    decimal Decimal(BankColumn column, string text) =>
        decimal.TryParse(text.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : Refused(column, "Un nombre est attendu, par exemple 0,75.", 0m);

    IReadOnlyList<IReadOnlyList<string?>> Entries(BankColumn column) =>
        CellList.Read(cell(column)) ?? Refused<IReadOnlyList<IReadOnlyList<string?>>>(column, @"Une barre oblique inverse « \ » s’écrit « \\ » ; elle commence sinon \n, \|, \s ou \e.", []);

    string Single(BankColumn column, IReadOnlyList<string?> entry) => entry is [{ } text] ? text : Refused(column, "Une réponse par ligne, sans barre « | ».", "");

    static string At(IReadOnlyList<string?> entry, int index) => index < entry.Count ? entry[index] ?? "" : "";

    string? Maybe(BankColumn column, IReadOnlyList<string?> entry, int index, int most) =>
        entry.Count > most ? Refused<string?>(column, $"Une ligne a {most} parties au plus, séparées par des barres « | ».", null) : index < entry.Count ? entry[index] : null;

    FoundPhone? Phone() => Entries(BankColumn.Phone) switch
    {
        [] => null,
        [[var app]] when TechnicalName.TryParse<PhoneApp>(app, out var known) => new() { App = known },
        [[var app, "rappel"]] when TechnicalName.TryParse<PhoneApp>(app, out var known) => new() { App = known, Recall = true },
        _ => Refused<FoundPhone?>(BankColumn.Phone, $"Écrivez une application ({string.Join(", ", TechnicalName.All<PhoneApp>())}), suivie de « | rappel » si elle reste fermée.", null),
    };

    List<BankChoice> Choices()
    {
        var figures = Entries(BankColumn.ChoiceFigures).Select(e => (Choice: At(e, 0), Figure: Figure(BankColumn.ChoiceFigures, [.. e.Skip(1)]))).ToList();
        var choices = Entries(BankColumn.Choices).Select(e => new BankChoice
        {
            Id = At(e, 0),
            Text = At(e, 1),
            Spoken = Maybe(BankColumn.Choices, e, 2, most: 5),
            Note = Maybe(BankColumn.Choices, e, 3, most: 5),
            Feedback = Maybe(BankColumn.Choices, e, 4, most: 5),
            Figure = figures.Find(f => string.Equals(f.Choice, At(e, 0), StringComparison.Ordinal)).Figure,
        }).ToList();
        if (figures.Exists(f => choices.TrueForAll(c => !string.Equals(c.Id, f.Choice, StringComparison.Ordinal))) || figures.DistinctBy(f => f.Choice, StringComparer.Ordinal).Count() != figures.Count)
        {
            Fault(BankColumn.ChoiceFigures, "Chaque ligne commence par l’identifiant d’un choix, une fois chacun.");
        }

        return choices;
    }

    Figure? Figure(BankColumn column, IReadOnlyList<string?> fields)
    {
        if (!TechnicalName.TryParse<FigureKind>(At(fields, 0), out var kind))
        {
            return Refused<Figure?>(column, $"Cette figure est inconnue. Les figures possibles : {string.Join(", ", TechnicalName.All<FigureKind>())}.", null);
        }

        var values = At(fields, 4).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(v =>
            double.TryParse(v.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : (double?)null).ToList();
        return values.Contains(null)
            ? Refused<Figure?>(column, "Les valeurs d’une figure sont des nombres séparés par des espaces.", null)
            : new() { Kind = kind, Alt = At(fields, 1), Title = fields.ElementAtOrDefault(2), Unit = fields.ElementAtOrDefault(3), Values = [.. values.OfType<double>()], Labels = [.. fields.Skip(5).Select(l => l ?? "")] };
    }

    Dictionary<string, decimal> Accepted()
    {
        var accepted = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var entry in Entries(BankColumn.Accepted))
        {
            if (entry is not [{ } spelling, { } worth])
            {
                Fault(BankColumn.Accepted, "Une forme par ligne, puis une barre et ce qu’elle vaut : pates | 1.");
            }
            else if (!accepted.TryAdd(spelling, Decimal(BankColumn.Accepted, worth)))
            {
                Fault(BankColumn.Accepted, $"La forme « {spelling} » est là deux fois.");
            }
        }

        return accepted;
    }

    string Missing(BankColumn column) => Refused(column, "Cette case ne peut pas être vide.", "");

    T Refused<T>(BankColumn column, string sentence, T otherwise)
    {
        Fault(column, sentence);
        return otherwise;
    }

    void Fault(BankColumn column, string sentence)
    {
        if (!_faults.Exists(f => f.Column == column))
        {
            _faults.Add(new(row, column, Word(BankColumn.Id), sentence));
        }
    }
}
