using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva;

/// <summary>What the pages of people who play add to the head: the drawn pieces, the reading voice and, while they answer, the player's download.</summary>
public sealed class PersonHead : ComponentBase
{
    public static readonly RenderFragment Content = builder =>
    {
        builder.OpenComponent<PersonHead>(0);
        builder.CloseComponent();
    };

    [Inject] public required AssetPaths Files { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var sheet in new[] { "_content/Eva/eva.css", "_content/Eva/own-words.css", "_content/Eva/languages.css", "eva/pictures.css", "eva/speech.css" })
        {
            builder.OpenElement(0, "link");
            builder.AddAttribute(1, "rel", "stylesheet");
            builder.AddAttribute(2, "href", Files[sheet]);
            builder.CloseElement();
        }

        foreach (var module in new[] { "eva/speech.js", "eva/new-visit.js", "eva/prefetch-player.js" })
        {
            builder.OpenElement(3, "script");
            builder.AddAttribute(4, "type", "module");
            builder.AddAttribute(5, "src", Files[module]);
            builder.CloseElement();
        }
    }
}
