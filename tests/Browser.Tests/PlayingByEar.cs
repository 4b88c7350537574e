using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Browser.Tests;

/// <summary>The seven games of the parcours by names alone, with what each describes to those who do not see it.</summary>
sealed class PlayingByEar(Ear ear)
{
    public async Task Play(string situation)
    {
        await ear.PressFrom("Entrer : ");
        await (situation switch
        {
            "maintenance" => Words(),
            "livraison" => Livraison(),
            "tri" => Sweets(),
            "controle" => Biscuits(),
            "securite" => Site(),
            "objets_trouves" => Office(),
            _ => Room(),
        });
        await ear.Reach("Merci !");
        await ear.Press("Continuer");
    }

    // « Lire tous les mots »: on a device without a voice, the page announces each word.
    async Task Words()
    {
        await ear.Press("Commencer");
        await ear.At("Essai 1 sur 6");
        await ear.Press("Aide");
        await ear.Press("Lire tous les mots");
        for (var number = 1; number <= 6; number++)
        {
            await ear.At($"Essai {number} sur 6");
            await Judge();
            await ear.Press("Continuer");
        }

        await ear.Press("Commencer le jeu");
        for (var number = 1; number <= 56; number++)
        {
            await ear.At($"Mot {number} sur 56");
            await Judge();
            if (number == 28)
            {
                await ear.Reach("Vous êtes à la moitié.");
                await ear.Press("Continuer");
            }
        }
    }

    async Task Judge()
    {
        var text = await ear.Hear(AriaRole.Main, "^ *- paragraph: (\\S+)$");
        await ear.Think();
        var bank = MaintenanceBank.Current;
        var french = bank.Training.SingleOrDefault(w => w.Text == text)?.French ?? bank.Stimuli.Single(w => w.Text == text).French;
        await ear.PressFrom(french ? "Oui" : "Non");
    }

    async Task Livraison()
    {
        await ear.Press("Commencer");
        var bank = LivraisonBank.Current;
        await Trials(bank.Training);
        foreach (var (index, item) in bank.Items.Index())
        {
            await ear.At($"Question {index + 1} sur {bank.Items.Count}");
            await Answer(item);
        }
    }

    async Task Office()
    {
        await ear.Press("Commencer");
        var bank = ObjetsTrouvesBank.Current;
        await Trials(bank.Training);
        foreach (var (index, item) in bank.Items.Index())
        {
            await ear.At($"Question {index + 1} sur {bank.Items.Count}");
            await Answer(item);
        }
    }

    async Task Trials(IReadOnlyList<BankItem> training)
    {
        foreach (var (index, item) in training.Index())
        {
            await ear.At($"Essai {index + 1} sur {training.Count}");
            await Answer(item);
            await ear.Press("Continuer");
        }

        await ear.Press("Commencer le jeu");
    }

    async Task Answer(BankItem item)
    {
        await ear.Reach(item.Instruction);
        if (item.Phone is { App: not PhoneApp.Lock, Recall: false } phone)
        {
            await ear.PressFrom(phone.App switch
            {
                PhoneApp.Diary => "Agenda",
                PhoneApp.Photos => "Photos",
                PhoneApp.Notes => "Notes",
                PhoneApp.Messages => "Messages",
                PhoneApp.Voicemail or PhoneApp.Lock => "Messagerie",
            });
            if (phone.App == PhoneApp.Voicemail)
            {
                // No voice on this device.
                await ear.Press("Lire le message");
            }
        }

        var answer = Story.Right(item);
        await (item.Kind == ItemKind.Choice ? ear.Choose(item.Choices.Single(c => c.Id == answer).Text) : ear.Type(item.Question, answer.Replace('.', ',')));
        await ear.Press("Valider");
    }

    // Two sweets are the same when their words are.
    async Task Sweets()
    {
        await ear.Press("Commencer");
        await ear.At("Essai 1 sur 4");
        await ear.Press("Aide");
        await ear.Press("Montrer les mots");
        for (var number = 1; number <= 4; number++)
        {
            await ear.At($"Essai {number} sur 4");
            await PutAway();
        }

        await ear.Press("Continuer");
        await ear.Press("Commencer le jeu");
        for (var number = 1; number <= 48; number++)
        {
            await ear.At($"Bonbon {number} sur 48");
            await PutAway();
        }
    }

    async Task PutAway()
    {
        // The help that showed the words may not be closed yet.
        await ear.Hear(AriaRole.Main, "Bonbon : ");
        var sweet = (await ear.Names(AriaRole.Button, "Bonbon : "))[0];
        await ear.Press($"Bonbon : {sweet}");
        await ear.Hear(AriaRole.Main, "Posez-le dans son bac");
        await ear.Press($"Bac : {sweet}");
    }

    // A biscuit is good when it is described as the model is.
    async Task Biscuits()
    {
        await ear.Press("Commencer");
        await ear.At("Essai 1 sur 5");
        await ear.Press("Aide");
        await ear.Press("Décrire les biscuits");
        for (var number = 1; number <= 5; number++)
        {
            await ear.At($"Essai {number} sur 5");
            await Sort();
            await ear.Press("Continuer");
        }

        await ear.Press("Commencer le jeu");
        for (var number = 1; number <= 60; number++)
        {
            await ear.At($"Biscuit {number} sur 60");
            await Sort();
        }
    }

    async Task Sort()
    {
        var biscuit = await ear.Hear(AriaRole.Main, "Ce biscuit :(?: *\\n? *- text: )?(.*(?:forme|rond|biscuit|bord).*)$");
        var model = await ear.Hear(AriaRole.Main, "Modèle :(?: *\\n? *- text: )?(.*)$");
        await ear.Think();
        await ear.Press(biscuit == model ? "Bon" : "À refaire");
    }

    // The list gives the same places; each is described once opened.
    async Task Site()
    {
        await ear.Press("Commencer");
        await ear.At("Essai 1 sur 1");
        await ear.Press("Voir la liste des endroits");
        await Inspect(SecuriteBank.Current.Training[0]);
        await ear.Press("Continuer");
        await ear.Press("Commencer le jeu");
        await ear.At("Vus : 0 sur 11");
        foreach (var zone in SecuriteBank.Current.Zones)
        {
            await Inspect(zone);
        }
    }

    async Task Inspect(BankZone zone)
    {
        await ear.Press(zone.Name);
        await ear.Reach(zone.Name);
        await ear.Choose(zone.Dangerous ? "Oui" : "Non");
        await ear.Press("Valider");
        if (zone.Solution is { } right)
        {
            await ear.Hear(AriaRole.Main, "Quel est le danger \\?");
            await ear.Choose(zone.Choices.Single(c => c.Id == right).Text);
            await ear.Press("Valider");
        }
    }

    // What is drawn is a list: who listens counts as who looks does.
    async Task Room()
    {
        await ear.Press("Commencer");
        await Count();
        await HandIn(new Dictionary<string, int>(StringComparer.Ordinal) { ["Thé"] = 3 });
        await ear.Press("Continuer");
        await ear.Press("Entrer dans la réserve");
        await ear.Reach("Comptez les bouteilles de chaque boisson.");
        await HandIn(await Count());
    }

    async Task<Dictionary<string, int>> Count()
    {
        var counted = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var container in await ear.Names(AriaRole.Button, "Ouvrir : "))
        {
            await ear.Press($"Ouvrir : {container}");
            await ear.Reach(container);
            foreach (var bottle in await ear.Items())
            {
                counted[bottle] = counted.GetValueOrDefault(bottle) + 1;
            }

            await ear.Press("Refermer");
        }

        return counted;
    }

    async Task HandIn(Dictionary<string, int> counted)
    {
        await ear.Press("Remplir la feuille");
        foreach (var (drink, bottles) in counted)
        {
            await ear.Type(drink, bottles.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        await ear.Press("Valider");
    }
}
