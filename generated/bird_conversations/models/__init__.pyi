# fmt: off
# isort: skip_file
# flake8: noqa
# ruff: noqa: PGH004
# Generated from an OpenAPI description. Do not edit.
"""Models, imported on first use."""

from .action_content import ActionContent as ActionContent
from .allow_block_rule import AllowBlockRule as AllowBlockRule
from .allow_block_rule_category import AllowBlockRuleCategory as AllowBlockRuleCategory
from .allow_block_rule_create import AllowBlockRuleCreate as AllowBlockRuleCreate
from .allow_block_rule_list import AllowBlockRuleList as AllowBlockRuleList
from .allow_block_rule_page import AllowBlockRulePage as AllowBlockRulePage
from .allow_block_rule_progress import AllowBlockRuleProgress as AllowBlockRuleProgress
from .allow_block_rule_progress import (
    AllowBlockRuleProgressStatus as AllowBlockRuleProgressStatus,
)
from .allow_block_rule_type import AllowBlockRuleType as AllowBlockRuleType
from .antispam_settings import AntispamSettings as AntispamSettings
from .authentication_content import AuthenticationContent as AuthenticationContent
from .body import Body as Body
from .body_action import BodyAction as BodyAction
from .body_action import BodyActionDict as BodyActionDict
from .body_authentication import BodyAuthentication as BodyAuthentication
from .body_authentication import BodyAuthenticationDict as BodyAuthenticationDict
from .body_carousel import BodyCarousel as BodyCarousel
from .body_carousel import BodyCarouselDict as BodyCarouselDict
from .body import BodyDict as BodyDict
from .body_file import BodyFile as BodyFile
from .body_file import BodyFileDict as BodyFileDict
from .body_gif import BodyGif as BodyGif
from .body_gif import BodyGifDict as BodyGifDict
from .body_html import BodyHtml as BodyHtml
from .body_html import BodyHtmlDict as BodyHtmlDict
from .body_image import BodyImage as BodyImage
from .body_image import BodyImageDict as BodyImageDict
from .body_list import BodyList as BodyList
from .body_list import BodyListDict as BodyListDict
from .body_location import BodyLocation as BodyLocation
from .body_location import BodyLocationDict as BodyLocationDict
from .body_text import BodyText as BodyText
from .body_text import BodyTextDict as BodyTextDict
from .carousel_content import CarouselContent as CarouselContent
from .carousel_content import CarouselContentDict as CarouselContentDict
from .carousel_content import CarouselContentItemsItem as CarouselContentItemsItem
from .carousel_content import (
    CarouselContentItemsItemDict as CarouselContentItemsItemDict,
)
from .conflict_error_body import ConflictErrorBody as ConflictErrorBody
from .conversation import Conversation as Conversation
from .conversation_accessibility import (
    ConversationAccessibility as ConversationAccessibility,
)
from .conversation_list import ConversationList as ConversationList
from .conversation_page import ConversationPage as ConversationPage
from .conversation_platform_style import (
    ConversationPlatformStyle as ConversationPlatformStyle,
)
from .conversation_resource import ConversationResource as ConversationResource
from .conversation_resource import ConversationResourceDict as ConversationResourceDict
from .conversation_status import ConversationStatus as ConversationStatus
from .query_conversation_status import (
    ConversationStatusFilter as ConversationStatusFilter,
)
from .conversation_style import ConversationStyle as ConversationStyle
from .conversation_visibility import ConversationVisibility as ConversationVisibility
from .conversational_channel import ConversationalChannel as ConversationalChannel
from .conversational_channel import (
    ConversationalChannelStatus as ConversationalChannelStatus,
)
from .create_conversation import CreateConversation as CreateConversation
from .create_initial_message import CreateInitialMessage as CreateInitialMessage
from .create_initial_message import CreateInitialMessageDict as CreateInitialMessageDict
from .create_message import CreateMessage as CreateMessage
from .create_message import CreateMessageDict as CreateMessageDict
from .create_message_recipients import (
    CreateMessageRecipients as CreateMessageRecipients,
)
from .create_message_recipients import (
    CreateMessageRecipientsDict as CreateMessageRecipientsDict,
)
from .create_message_recipients import (
    CreateMessageRecipientsItem as CreateMessageRecipientsItem,
)
from .create_message_recipients import (
    CreateMessageRecipientsItemDict as CreateMessageRecipientsItemDict,
)
from .create_message_recipients import (
    CreateMessageRecipientsItemWithContactID as CreateMessageRecipientsItemWithContactID,
)
from .create_message_recipients import (
    CreateMessageRecipientsItemWithContactIDDict as CreateMessageRecipientsItemWithContactIDDict,
)
from .create_message_recipients import (
    CreateMessageRecipientsItemWithIdentifier as CreateMessageRecipientsItemWithIdentifier,
)
from .create_message_recipients import (
    CreateMessageRecipientsItemWithIdentifierDict as CreateMessageRecipientsItemWithIdentifierDict,
)
from .create_message import CreateMessageWithBody as CreateMessageWithBody
from .create_message import CreateMessageWithBodyDict as CreateMessageWithBodyDict
from .create_message import CreateMessageWithTemplate as CreateMessageWithTemplate
from .create_message import (
    CreateMessageWithTemplateDict as CreateMessageWithTemplateDict,
)
from .create_participant import CreateParticipant as CreateParticipant
from .create_participant import CreateParticipantDict as CreateParticipantDict
from .create_participant import (
    CreateParticipantUserOrFlow as CreateParticipantUserOrFlow,
)
from .create_participant import (
    CreateParticipantUserOrFlowDict as CreateParticipantUserOrFlowDict,
)
from .create_participant import (
    CreateParticipantUserOrFlowType as CreateParticipantUserOrFlowType,
)
from .create_participant import (
    CreateParticipantWithContactID as CreateParticipantWithContactID,
)
from .create_participant import (
    CreateParticipantWithContactIDContact as CreateParticipantWithContactIDContact,
)
from .create_participant import (
    CreateParticipantWithContactIDContactDict as CreateParticipantWithContactIDContactDict,
)
from .create_participant import (
    CreateParticipantWithContactIDDict as CreateParticipantWithContactIDDict,
)
from .create_participant import (
    CreateParticipantWithContactIdentifier as CreateParticipantWithContactIdentifier,
)
from .create_participant import (
    CreateParticipantWithContactIdentifierContact as CreateParticipantWithContactIdentifierContact,
)
from .create_participant import (
    CreateParticipantWithContactIdentifierContactDict as CreateParticipantWithContactIdentifierContactDict,
)
from .create_participant import (
    CreateParticipantWithContactIdentifierDict as CreateParticipantWithContactIdentifierDict,
)
from .create_presigned_upload import CreatePresignedUpload as CreatePresignedUpload
from .detailed_error import DetailedError as DetailedError
from .file_content import FileContent as FileContent
from .file_content import FileContentDict as FileContentDict
from .file_content import FileContentFilesItem as FileContentFilesItem
from .file_content import FileContentFilesItemDict as FileContentFilesItemDict
from .gif_content import GifContent as GifContent
from .html_content import HtmlContent as HtmlContent
from .html_content import HtmlContentDict as HtmlContentDict
from .image_content import ImageContent as ImageContent
from .image_content import ImageContentDict as ImageContentDict
from .image_content import ImageContentImagesItem as ImageContentImagesItem
from .image_content import ImageContentImagesItemDict as ImageContentImagesItemDict
from .last_message import LastMessage as LastMessage
from .last_message import LastMessagePreview as LastMessagePreview
from .list_content import ListContent as ListContent
from .list_content import ListContentDict as ListContentDict
from .list_content import ListContentItemsItem as ListContentItemsItem
from .list_content import ListContentItemsItemDict as ListContentItemsItemDict
from .list_content import ListContentMetadata as ListContentMetadata
from .list_content import ListContentMetadataButton as ListContentMetadataButton
from .list_content import ListContentMetadataButtonDict as ListContentMetadataButtonDict
from .list_content import ListContentMetadataDict as ListContentMetadataDict
from .list_participant_conversations import (
    ListParticipantConversationsVisibility as ListParticipantConversationsVisibility,
)
from .location_content import LocationContent as LocationContent
from .message import Message as Message
from .message_action import MessageAction as MessageAction
from .message_action import MessageActionDict as MessageActionDict
from .message_action import MessageActionLink as MessageActionLink
from .message_action import MessageActionLinkDict as MessageActionLinkDict
from .message_action import MessageActionPostback as MessageActionPostback
from .message_action import MessageActionPostbackDict as MessageActionPostbackDict
from .message_action import MessageActionReply as MessageActionReply
from .message_action import MessageActionReplyDict as MessageActionReplyDict
from .message_action import MessageActionType as MessageActionType
from .message_attachment import MessageAttachment as MessageAttachment
from .message_attachment import MessageAttachmentDict as MessageAttachmentDict
from .message_list import MessageList as MessageList
from .message_meta import MessageMeta as MessageMeta
from .message_meta import MessageMetaEmail as MessageMetaEmail
from .message_meta import MessageMetaEmailFrom as MessageMetaEmailFrom
from .message_meta import MessageMetaOrder as MessageMetaOrder
from .message_meta import MessageMetaOrderProductsItem as MessageMetaOrderProductsItem
from .message_meta import (
    MessageMetaOrderProductsItemPrice as MessageMetaOrderProductsItemPrice,
)
from .message_meta import MessageMetaReferral as MessageMetaReferral
from .message_meta import MessageMetaReferralMetadata as MessageMetaReferralMetadata
from .message_meta import MessageMetaReferredProduct as MessageMetaReferredProduct
from .message_page import MessagePage as MessagePage
from .message import MessageReceiverTypesItem as MessageReceiverTypesItem
from .message_recipient import MessageRecipient as MessageRecipient
from .message_recipient import (
    MessageRecipientContactAnnotation as MessageRecipientContactAnnotation,
)
from .message_recipient_type import MessageRecipientType as MessageRecipientType
from .message_sender import MessageSender as MessageSender
from .message_sender import MessageSenderDict as MessageSenderDict
from .message import MessageSource as MessageSource
from .message_status import MessageStatus as MessageStatus
from .not_found_error_body import NotFoundErrorBody as NotFoundErrorBody
from .paginated_list import PaginatedList as PaginatedList
from .paginated_results import PaginatedResults as PaginatedResults
from .participant import Participant as Participant
from .participant_contact import ParticipantContact as ParticipantContact
from .participant_list import ParticipantList as ParticipantList
from .participant_page import ParticipantPage as ParticipantPage
from .participant_ref import ParticipantRef as ParticipantRef
from .participant_ref import ParticipantRefDict as ParticipantRefDict
from .participant import ParticipantStatus as ParticipantStatus
from .participant_type import ParticipantType as ParticipantType
from .presigned_upload import PresignedUpload as PresignedUpload
from .template import Template as Template
from .template import TemplateDict as TemplateDict
from .template import TemplateParametersItem as TemplateParametersItem
from .template import TemplateParametersItemDict as TemplateParametersItemDict
from .template import TemplateSettings as TemplateSettings
from .template import TemplateSettingsDict as TemplateSettingsDict
from .template import TemplateShortLinks as TemplateShortLinks
from .template import TemplateShortLinksDict as TemplateShortLinksDict
from .template import TemplateUtmParametersItem as TemplateUtmParametersItem
from .template import TemplateUtmParametersItemDict as TemplateUtmParametersItemDict
from .text_content import TextContent as TextContent
from .text_content import TextContentDict as TextContentDict
from .text_metadata import TextMetadata as TextMetadata
from .text_metadata import TextMetadataApple as TextMetadataApple
from .text_metadata import TextMetadataAppleDict as TextMetadataAppleDict
from .text_metadata import TextMetadataDict as TextMetadataDict
from .text_metadata import TextMetadataLine as TextMetadataLine
from .text_metadata import TextMetadataLineDict as TextMetadataLineDict
from .text_metadata import TextMetadataLineEmoji as TextMetadataLineEmoji
from .text_metadata import TextMetadataLineEmojiDict as TextMetadataLineEmojiDict
from .text_metadata import (
    TextMetadataLineEmojiItemsItem as TextMetadataLineEmojiItemsItem,
)
from .text_metadata import (
    TextMetadataLineEmojiItemsItemDict as TextMetadataLineEmojiItemsItemDict,
)
from .text_metadata import TextMetadataTelegram as TextMetadataTelegram
from .text_metadata import TextMetadataTelegramDict as TextMetadataTelegramDict
from .text_metadata import TextMetadataWhatsapp as TextMetadataWhatsapp
from .text_metadata import TextMetadataWhatsappDict as TextMetadataWhatsappDict
from .update_allow_block_rule import UpdateAllowBlockRule as UpdateAllowBlockRule
from .update_conversation import UpdateConversation as UpdateConversation
from .update_message import UpdateMessage as UpdateMessage
from .update_message import UpdateMessageStatus as UpdateMessageStatus
from .update_participant import UpdateParticipant as UpdateParticipant
from .update_participant_status import (
    UpdateParticipantStatus as UpdateParticipantStatus,
)
from .validation_error_body import ValidationErrorBody as ValidationErrorBody
