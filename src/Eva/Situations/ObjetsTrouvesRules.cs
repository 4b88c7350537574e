using Beffroi.Eva.Bank;
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

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        Training = [.. Bank.Training.Select(i => i.WithoutKey(training: true))],
        Items = [.. Bank.Items.Select(i => i.WithoutKey(training: false))],
    };

    public override string? WrongFor(string name, string data) => name switch
    {
        EventNames.AppOpened => OnPhone(data, p => p.App is not PhoneApp.Lock),
        EventNames.TranscriptShown => OnPhone(data, p => p.App is PhoneApp.Voicemail),
        EventNames.SeenAgain => OnPhone(data, p => p.Recall),
        _ => QuestionEvents.WrongFor(name, data, Bank.Find),
    };

    public override string? Settled(EventLine line) => QuestionEvents.Settled(line);

    static string? OnPhone(string data, Func<FoundPhone, bool> may) =>
        EventData.Text(data, "question") is { } id && Bank.Find(id) is { Phone: { } phone } && may(phone) ? null : "cette question ne permet pas ce geste";
}
