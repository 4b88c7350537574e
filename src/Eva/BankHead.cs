using Beffroi.Kit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Beffroi.Eva;

/// <summary>What the pages of the item bank add to the head: the drawn pieces, the figures, and their own layout.</summary>
public sealed class BankHead : ComponentBase
{
    public static readonly RenderFragment Content = builder =>
    {
        builder.OpenComponent<BankHead>(0);
        builder.CloseComponent();
    };

    [Inject] public required AssetPaths Files { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var sheet in new[] { "eva/pictures.css", "eva/figures.css", "_content/Eva/bank.css" })
        {
            builder.OpenElement(0, "link");
            builder.AddAttribute(1, "rel", "stylesheet");
            builder.AddAttribute(2, "href", Files[sheet]);
            builder.CloseElement();
        }
    }
}
