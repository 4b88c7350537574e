namespace Beffroi.Detection;

/// <summary>Property names that matter in the JSON of posts.</summary>
enum PostName
{
    Id, IdText, Uri, Did, Author, AuthorId, CreatedAt, SeenMicros, SeenAt, Text, Content, Extended, Language, Languages, Source, Application, Repost, Subject, ReplyTo, Reply,
    QuoteId, References, Entities, Facets, Embed, Same, Collection, Key, Operation, Inside, Control, Kind,
}
