using Beffroi.Eva.Contracts;
using Beffroi.Eva.Player.Events;
using Beffroi.Eva.Player.Games;

namespace Beffroi.Eva.Player.Phones;

/// <summary>The found telephone during one question: what is open on it, and what was asked beyond the rule.</summary>
public sealed class PhoneInHand(Item item, FoundPhone phone, Journal journal)
{
    public PhoneApp App => phone.App;

    /// <summary>What the app holds is asked from memory.</summary>
    public bool Recall => phone.Recall;

    public bool IsOpen { get; private set; }

    /// <summary>The spoken message is read instead: the question counts apart.</summary>
    public bool TranscriptShown { get; private set; }

    /// <summary>What was to be remembered is shown again: the question counts apart.</summary>
    public bool SeenAgain { get; private set; }

    public bool CanOpen => App != PhoneApp.Lock && (!Recall || SeenAgain);

    public void Open(Gesture gesture)
    {
        if (CanOpen && !IsOpen)
        {
            IsOpen = true;
            journal.Write(EventNames.AppOpened, About().With("application", NameOf(App)).With("moyen", gesture.Means));
        }
    }

    public void Close() => IsOpen = false;

    /// <summary>Told before it shows, so that no answer precedes it.</summary>
    public void ShowTranscript()
    {
        if (App == PhoneApp.Voicemail && !TranscriptShown)
        {
            TranscriptShown = true;
            journal.Write(EventNames.TranscriptShown, About());
        }
    }

    public void SeeAgain(Gesture gesture)
    {
        if (Recall && !SeenAgain)
        {
            SeenAgain = true;
            journal.Write(EventNames.SeenAgain, About());
            Open(gesture);
        }
    }

    public static string NameOf(PhoneApp app) => app switch
    {
        PhoneApp.Lock => "verrou",
        PhoneApp.Diary => "agenda",
        PhoneApp.Photos => "photos",
        PhoneApp.Notes => "notes",
        PhoneApp.Messages => "messages",
        PhoneApp.Voicemail => "messagerie",
    };

    /// <summary>As it is written under the app.</summary>
    public static string LabelOf(PhoneApp app) => app switch
    {
        PhoneApp.Lock => "Code",
        PhoneApp.Diary => "Agenda",
        PhoneApp.Photos => "Photos",
        PhoneApp.Notes => "Notes",
        PhoneApp.Messages => "Messages",
        PhoneApp.Voicemail => "Messagerie",
    };

    private EventData About() => new EventData().With("question", item.Id);
}
