using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>The lost-property office: whose is this telephone? Questions to read, hear, count and remember.</summary>
public sealed class ObjetsTrouvesRules : SituationRules
{
    public const string Technical = "objets_trouves";

    static ObjetsTrouvesBank Bank => ObjetsTrouvesBank.Current;

    public override string Name => Technical;

    public override string Label => "Les objets trouvés";

    public override int Minutes => 7;

    public override int Count => Bank.Items.Count;

    public override IReadOnlyList<BankItem> Questions => Bank.Items;

    public override IReadOnlyList<BankItem> QuestionsOf(Run run) => BankShelf.Of(run).Items;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Training = [.. BankShelf.Of(run).Training.Select(i => i.WithoutKey(training: true))],
        Items = [.. QuestionsOf(run).Select(i => i.WithoutKey(training: false))],
    };

    public override string? WrongFor(string name, string data) => WrongFor(name, data, Bank.Find);

    public override string? WrongFor(Run run, string name, string data) => WrongFor(name, data, BankShelf.Of(run).Find);

    public override string? Settled(EventLine line) => QuestionEvents.Settled(line);

    static string? WrongFor(string name, string data, Func<string, BankItem?> find) => name switch
    {
        EventNames.AppOpened => OnPhone(data, find, p => p.App is not PhoneApp.Lock),
        EventNames.TranscriptShown => OnPhone(data, find, p => p.App is PhoneApp.Voicemail),
        EventNames.SeenAgain => OnPhone(data, find, p => p.Recall),
        _ => QuestionEvents.WrongFor(name, data, find),
    };

    static string? OnPhone(string data, Func<string, BankItem?> find, Func<FoundPhone, bool> may) =>
        EventData.Text(data, "question") is { } id && find(id) is { Phone: { } phone } && may(phone) ? null : "cette question ne permet pas ce geste";
}
