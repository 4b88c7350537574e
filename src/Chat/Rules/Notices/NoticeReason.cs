using System.Text.Json.Serialization;

namespace Beffroi.Chat.Rules.Notices;

/// <summary>Why a person is told something: always shown with it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeReason>))]
public enum NoticeReason
{
    [JsonStringEnumMemberName("alert")] Alert,
    [JsonStringEnumMemberName("direct")] Direct,
    [JsonStringEnumMemberName("mention")] Mention,
    [JsonStringEnumMemberName("reply")] Reply,
    [JsonStringEnumMemberName("assigned")] Assigned,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("qualified")] Qualified,
    [JsonStringEnumMemberName("followed")] Followed,
    [JsonStringEnumMemberName("joined")] JoinProposed,
    [JsonStringEnumMemberName("read")] ReadByOthers,
    [JsonStringEnumMemberName("feed")] BrokenFeed,
}

public static class NoticeReasons
{
    /// <summary>Completes « vous recevez ceci parce que … ».</summary>
    public static Words Because(this NoticeReason reason) => reason switch
    {
        NoticeReason.Alert => new("une alerte rapide vous est adressée", "a rapid alert is addressed to you"),
        NoticeReason.Direct => new("un message vous est adressé", "a message is addressed to you"),
        NoticeReason.Mention => new("vous êtes nommé", "you are mentioned"),
        NoticeReason.Reply => new("vous suivez ce fil", "you follow this thread"),
        NoticeReason.Assigned => new("une étape vous est confiée", "a step is given to you"),
        NoticeReason.Overdue => new("une étape qui vous est confiée est en retard", "a step given to you is late"),
        NoticeReason.Qualified => new("vous suivez les dossiers qualifiés", "you follow qualified cases"),
        NoticeReason.Followed => new("vous suivez ce dossier", "you follow this case"),
        NoticeReason.JoinProposed => new("un autre dossier partage un observable avec le vôtre", "another case shares an observable with yours"),
        NoticeReason.ReadByOthers => new("ce que vous avez partagé a été lu ou exporté", "what you shared was read or exported"),
        NoticeReason.BrokenFeed => new("un flux que vous gardez ne répond plus", "a feed that you keep no longer answers"),
    };

    /// <summary>How it comes to who has chosen nothing.</summary>
    public static Delivery Default(this NoticeReason reason) => reason switch
    {
        NoticeReason.Alert or NoticeReason.Direct or NoticeReason.Mention or NoticeReason.Assigned => Delivery.AtOnce,
        NoticeReason.Reply or NoticeReason.Overdue or NoticeReason.Qualified or NoticeReason.JoinProposed or NoticeReason.BrokenFeed => Delivery.AtOnce,
        NoticeReason.Followed or NoticeReason.ReadByOthers => Delivery.Digest,
    };

    /// <summary>
    /// What makes two of them the same: a person is told once that a case is qualified, or shares an observable, whatever comes after;
    /// of messages, each one counts.
    /// </summary>
    public static bool OncePerCase(this NoticeReason reason) => reason switch
    {
        NoticeReason.Qualified or NoticeReason.JoinProposed => true,
        NoticeReason.Alert or NoticeReason.Direct or NoticeReason.Mention or NoticeReason.Reply or NoticeReason.Assigned or NoticeReason.Overdue
            or NoticeReason.Followed or NoticeReason.ReadByOthers or NoticeReason.BrokenFeed => false,
    };
}

[JsonConverter(typeof(JsonStringEnumConverter<Delivery>))]
public enum Delivery
{
    [JsonStringEnumMemberName("now")] AtOnce,
    [JsonStringEnumMemberName("digest")] Digest,
    [JsonStringEnumMemberName("never")] Never,
}
