using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using CsCheck;

namespace Beffroi.Eva.Tests.Banks;

/// <summary>Items of any content: sensible or not, all that a file must give back.</summary>
static class AnyItem
{
    // What breaks files: quotes, separators, ends of lines, formulas, accents, what XML cannot say, what spreadsheets escape, what our own lists escape.
    static readonly string[] Pieces =
    [
        "\"", "\"\"", ";", ",", "\t", "\n", "\r\n", "\r", "=1+1", "+", "-", "@", "'", "''", "|", " | ", "\\", "\\n", "\\e", " ", "  ", "é", "œ", "’", "\u00a0", "\u202f", "e\u0301", "😀", "<&>", "]]>",
        "_x000D_", "_x005F_", "_x", "\u0007", "\u001f", "\uFFFE", "\uFEFF", "＝", "2.8", "2.1.2", "1/2", "mot", "Le chat dort.", "genre | affiche",
    ];

    static readonly Gen<string> Short = Among(Pieces).Array[1, 6].Select(parts => string.Concat(parts));
    static readonly Gen<string> Long = Among(Pieces).Array[1, 400].Select(parts => string.Concat(parts) is var text && text.Length > 2_000 ? text[..2_000].TrimEnd('\uD83D') : text);
    static readonly Gen<string> Text = Gen.Frequency((9, Short), (1, Long));
    static readonly Gen<string> Word = Gen.Char["abcdefgABC0123-_"].Array[1, 8].Select(c => new string(c));
    static readonly Gen<string?> MaybeWord = Maybe(Word);
    static readonly Gen<string?> MaybeText = Maybe(Text);
    static readonly Gen<double> Number = Gen.OneOf(Gen.Double[-6, 6], Gen.Int[-40, 40].Select(n => n / 10.0), Gen.Const(0.1 + 0.2));

    static readonly Gen<Figure> Figures =
        from kind in Gen.Enum<FigureKind>()
        from alt in Text
        from title in MaybeText
        from unit in MaybeText
        from values in Number.Array[0, 5]
        from labels in Gen.OneOf(Text, Gen.Const("")).Array[0, 4]
        select new Figure { Kind = kind, Alt = alt, Title = title, Unit = unit, Values = values, Labels = labels };

    static readonly Gen<Document> Documents =
        from kind in Text
        from title in MaybeText
        from lines in Cells
        from columns in Maybe(Cells)
        from rows in Cells.Array[0, 3]
        from spoken in MaybeText
        select new Document { Kind = kind, Title = title, Lines = lines, Columns = columns, Rows = rows.Length == 0 ? null : rows, Spoken = spoken };

    static Gen<string[]> Cells => Gen.OneOf(Text, Gen.Const("")).Array[0, 4];

    static readonly Gen<BankChoice[]> Choices =
        from ids in Word.Array[0, 5].Select(ids => ids.Distinct(StringComparer.Ordinal).ToArray())
        from texts in Text.Array[ids.Length]
        from more in MaybeText.Array[ids.Length * 3]
        from figures in Maybe(Figures).Array[ids.Length]
        select ids.Select((id, i) => new BankChoice { Id = id, Text = texts[i], Spoken = more[i * 3], Note = more[(i * 3) + 1], Feedback = more[(i * 3) + 2], Figure = figures[i] }).ToArray();

    static readonly Gen<(string Id, string Text, string? Spoken)[]> Parts =
        (from id in Word from text in Text from spoken in MaybeText select (id, text, spoken)).Array[0, 4];

    static readonly Gen<Dictionary<string, decimal>> Accepted =
        (from form in Text from worth in Among(1m, 0.75m, 1.25m, 1.5m, 1.0m) select KeyValuePair.Create(form, worth)).Array[0, 5]
            .Select(all => all.DistinctBy(a => a.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal));

    static readonly Gen<BankItem> Items =
        from names in MaybeWord.Array[8]
        from texts in Text.Array[2]
        from more in MaybeText.Array[4]
        from kind in Gen.Enum<ItemKind>()
        from degree in Maybe(Gen.Int[0, 9].Select(d => d.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        from difficulty in Number
        from points in Among(1m, 0.5m, 8m, 0m, 0.25m)
        from figure in Maybe(Figures)
        from document in Maybe(Documents)
        from app in Gen.Enum<PhoneApp>()
        from flags in Gen.Bool.Array[4]
        from choices in Choices
        from pieces in Parts
        from slots in Parts
        from picks in Gen.Int[1, 5]
        from said in Text.Array[2]
        from solution in Text.Array[0, 4]
        from accepted in Accepted
        from measured in Among("document", "choices").Array[0, 2]
        select new BankItem
        {
            Id = "",
            Kind = kind,
            Family = names[0],
            Skill = names[1],
            Criterion = names[2],
            Testlet = names[3],
            Level = names[4],
            Degree = degree is null ? null : int.Parse(degree, System.Globalization.CultureInfo.InvariantCulture),
            Difficulty = difficulty,
            Rationale = more[0],
            Points = points,
            Picture = names[5],
            Figure = figure,
            Instruction = texts[0],
            InstructionSpoken = more[1],
            Document = document,
            Phone = flags[0] ? new() { App = app, Recall = flags[1] } : null,
            Question = texts[1],
            QuestionSpoken = more[2],
            Choices = choices,
            Gauge = flags[2],
            Pieces = [.. pieces.Select(p => new Movable { Id = p.Id, Text = p.Text, Spoken = p.Spoken })],
            Slots = [.. slots.Select(p => new Slot { Id = p.Id, Text = p.Text, Spoken = p.Spoken })],
            Picks = picks,
            Dictation = flags[3] ? new() { Word = said[0], Sentence = said[1] } : null,
            Solution = solution,
            Accepted = accepted,
            Credit = names[6],
            Unit = more[3],
            Measured = measured,
        };

    public static readonly Gen<SituationBank> Banks =
        from items in Items.Array[1, 6]
        from trials in Gen.Int[0, items.Length]
        select SituationBank.Of("livraison", items.Select((item, i) => (i < trials ? BankUse.Training : BankUse.Question, item with { Id = $"X{i}" })));

    public static Gen<T> Among<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    static Gen<T?> Maybe<T>(Gen<T> some) where T : class => Gen.Frequency((1, Gen.Const((T?)null)), (2, some.Select(T? (value) => value)));
}
