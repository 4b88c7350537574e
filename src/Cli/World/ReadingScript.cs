using Beffroi.Eva;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Cli.World;

/// <summary>How an invented person plays what is read, written and counted.</summary>
sealed class ReadingScript(EventScript script)
{
    readonly AnswerDraw _draw = new(script.Player, script.Chance);

    public IReadOnlyList<EventLine> Livraison(bool withWriting)
    {
        var bank = LivraisonBank.Current;
        Train(bank.Training);
        foreach (var item in bank.Items.Take(script.Most))
        {
            Ask(item, _draw.To(item), script.Player.Question.Draw(script.Chance));
        }

        if (withWriting)
        {
            Ask(bank.Writing, _draw.To(bank.Writing), script.Player.Writing is null ? 4 : 90);
        }

        return script.End();
    }

    public IReadOnlyList<EventLine> Maintenance(int seed)
    {
        var bank = MaintenanceBank.Current;
        script.Tell(EventNames.TrainingStarted, 20);
        foreach (var word in bank.Training)
        {
            Judge(word.Id, word.French, 1.5);
        }

        script.Tell(EventNames.Started, 5);
        foreach (var word in bank.Shuffled(seed).Take(script.Most))
        {
            Judge(word.Id, _draw.To(word), script.Player.Word.Draw(script.Chance));
        }

        return script.End();
    }

    public IReadOnlyList<EventLine> ObjetsTrouves()
    {
        var bank = ObjetsTrouvesBank.Current;
        Train(bank.Training);
        foreach (var item in bank.Items.Take(script.Most))
        {
            Ask(item, _draw.To(item), script.Player.Question.Draw(script.Chance));
        }

        return script.End();
    }

    void Train(IReadOnlyList<BankItem> items)
    {
        script.Tell(EventNames.TrainingStarted, 20);
        foreach (var item in items)
        {
            Ask(item, item.Solution[0], 8);
        }

        script.Tell(EventNames.Started, 5);
    }

    void Ask(BankItem item, string? answer, double seconds)
    {
        script.Tell(EventNames.QuestionShown, 0.4, ("question", item.Id));
        if (item.Phone is { App: not PhoneApp.Lock, Recall: false } phone)
        {
            script.Tell(EventNames.AppOpened, 2, ("question", item.Id), ("application", AppName(phone.App)), ("moyen", script.Player.Means));
        }

        script.Tell(EventNames.Answered, seconds, ("question", item.Id), ("reponse", answer), ("neSaisPas", answer is null), ("moyen", script.Player.Means));
    }

    void Judge(string id, bool french, double seconds)
    {
        // The fixation cross.
        script.Tell(EventNames.WordShown, 0.5, ("mot", id));
        script.Tell(EventNames.WordJudged, seconds, ("mot", id), ("reponse", french ? "francais" : "pasfrancais"), ("moyen", script.Player.Means));
    }

    static string AppName(PhoneApp app) => System.Text.Json.JsonSerializer.SerializeToElement(app).GetString()!;
}
